/** Bytes onto sockets and answers back: the only place in the simulator that touches the network. */
@NullMarked
package io.statuspulse.simulator.wire;

import org.jspecify.annotations.NullMarked;
