/** Immutable bytes, the one type in which bodies and segments travel. */
@NullMarked
package io.statuspulse.simulator.bytes;

import org.jspecify.annotations.NullMarked;
