package io.statuspulse.simulator.wire;

import java.time.Duration;

/** How long a pause that a plan asks for really takes: as long as it says, but in tests that cannot wait. */
@FunctionalInterface
public interface Pace {
    /** Every pause takes as long as it says. */
    Pace REAL = planned -> planned;

    /** Returns how long to wait where {@code planned} is asked for; called once for each pause, from any thread. */
    Duration of(Duration planned);
}
