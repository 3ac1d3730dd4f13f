/** Secrets, and the signature scheme as a value. */
@NullMarked
package io.statuspulse.simulator.signing;

import org.jspecify.annotations.NullMarked;
