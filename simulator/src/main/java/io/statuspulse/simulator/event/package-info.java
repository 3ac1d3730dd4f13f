/** Seeded, realistic events and their JSON text, spelt exactly. */
@NullMarked
package io.statuspulse.simulator.event;

import org.jspecify.annotations.NullMarked;
