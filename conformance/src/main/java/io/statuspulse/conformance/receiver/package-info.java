/**
 * The built-in receiver: correct, or wrong in exactly one way.
 *
 * <p>It verifies deliveries on its own, with nothing of the simulator, so that a mistake in the kit's signing cannot
 * hide behind the same mistake in its receiver.
 */
@NullMarked
package io.statuspulse.conformance.receiver;

import org.jspecify.annotations.NullMarked;
