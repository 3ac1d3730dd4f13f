package io.statuspulse.conformance.run;

import io.statuspulse.simulator.wire.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Time for tests that cannot wait: what is to take seconds moves the clock instead, and the rest takes moments. */
public final class Tempo implements Pace {
    private static final Duration MOMENT = Duration.ofMillis(5);
    private static final Duration LONG = Duration.ofSeconds(5);

    private final Clock base;
    private final Duration longest;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public Tempo(Clock base) {
        this(base, MOMENT);
    }

    /** A pause takes at most {@code longest}, unless it is one that moves the clock. */
    public Tempo(Clock base, Duration longest) {
        this.base = base;
        this.longest = longest;
    }

    /** Every pause takes a moment, and no clock knows of it. */
    public static Duration hurried(Duration planned) {
        return least(planned, MOMENT);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public Duration of(Duration planned) {
        if (planned.compareTo(LONG) < 0) {
            return least(planned, longest);
        }
        ahead.accumulateAndGet(planned, Duration::plus);
        return Duration.ZERO;
    }

    /** The clock that is moved, to be shared by both sides. */
    public Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return base.instant().plus(ahead.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("the kit's clocks are in UTC");
            }
        };
    }
}
