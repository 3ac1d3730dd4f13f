package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.delivery.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection that is kept as long as both sides allow it. */
final class SocketConnection implements Transport.Connection {
    private final Target target;
    private final Dialer dialer;
    private final Deadlines deadlines;
    private final Watchdog watchdog;
    private final Clock clock;
    private final Pace pace;
    private @Nullable Wire wire;
    private boolean reused;

    SocketConnection(Target target, Dialer dialer, Deadlines deadlines, Watchdog watchdog, Clock clock, Pace pace) {
        this.target = target;
        this.dialer = dialer;
        this.deadlines = deadlines;
        this.watchdog = watchdog;
        this.clock = clock;
        this.pace = pace;
    }

    @Override
    public Exchange send(Delivery delivery) {
        Instant startedAt = clock.instant();
        PhaseTimes times = new PhaseTimes();
        Outcome outcome = overKept(delivery, times);
        reused = outcome != null;
        if (outcome == null) {
            times = new PhaseTimes();
            outcome = overNew(delivery, times);
        }
        if (!outcome.reusable()) {
            close();
        }
        return new Exchange(delivery, outcome.response(), outcome.failure(), times.timings(), startedAt);
    }

    /** Returns null where there is no connection that can be used again. */
    private @Nullable Outcome overKept(Delivery delivery, PhaseTimes times) {
        Wire kept = wire;
        if (kept == null) {
            return null;
        }
        Outcome outcome = kept.quiet() ? new Attempt(kept, delivery, deadlines, watchdog, pace, times).run() : null;
        if (outcome != null && !outcome.lostToIdleClose()) {
            return outcome;
        }
        kept.abort();
        wire = null;
        return null;
    }

    private Outcome overNew(Delivery delivery, PhaseTimes times) {
        try {
            Wire fresh = dialer.dial(target, times);
            wire = fresh;
            return new Attempt(fresh, delivery, deadlines, watchdog, pace, times).run();
        } catch (ExchangeException e) {
            return new Outcome(Optional.empty(), Optional.of(e.failure()), false, true);
        }
    }

    @Override
    public Optional<Failure> connect() {
        try {
            if (wire == null) {
                wire = dialer.dial(target, new PhaseTimes());
            }
            return Optional.empty();
        } catch (ExchangeException e) {
            return Optional.of(e.failure());
        }
    }

    @Override
    public boolean endedWithin(Duration atMost) {
        return wire == null || wire.endsWithin(atMost);
    }

    @Override
    public boolean reused() {
        return reused;
    }

    @Override
    public void close() {
        if (wire != null) {
            wire.close(watchdog);
            wire = null;
        }
    }
}
