/** The page of a report. */
@NullMarked
package io.statuspulse.conformance.html;

import org.jspecify.annotations.NullMarked;
