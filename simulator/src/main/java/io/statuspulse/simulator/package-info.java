/** The sending side as a library: start at {@link io.statuspulse.simulator.Simulator}. */
@NullMarked
package io.statuspulse.simulator;

import org.jspecify.annotations.NullMarked;
