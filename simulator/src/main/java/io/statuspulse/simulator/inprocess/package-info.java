/** Deliveries to code in this process, without a socket or a server between. */
@NullMarked
package io.statuspulse.simulator.inprocess;

import org.jspecify.annotations.NullMarked;
