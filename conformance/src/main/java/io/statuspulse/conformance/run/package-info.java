/** Runs scenarios against a receiver and judges what comes back. */
@NullMarked
package io.statuspulse.conformance.run;

import org.jspecify.annotations.NullMarked;
