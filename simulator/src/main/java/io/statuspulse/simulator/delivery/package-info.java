/** What is to be sent: plans, named edits, and the composer that turns them into bytes. */
@NullMarked
package io.statuspulse.simulator.delivery;

import org.jspecify.annotations.NullMarked;
