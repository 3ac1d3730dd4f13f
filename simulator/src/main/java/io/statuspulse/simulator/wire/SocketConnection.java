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
    private final boolean kept;
    private @Nullable Wire wire;
    private boolean reused;

    /**
     * @param kept whether it is to carry more than one delivery, so that it matters whether it could
     */
    SocketConnection(
            Target target,
            Dialer dialer,
            Deadlines deadlines,
            Watchdog watchdog,
            Clock clock,
            Pace pace,
            boolean kept) {
        this.target = target;
        this.dialer = dialer;
        this.deadlines = deadlines;
        this.watchdog = watchdog;
        this.clock = clock;
        this.pace = pace;
        this.kept = kept;
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
        Wire open = wire;
        if (open == null) {
            return null;
        }
        Outcome outcome = open.quiet() ? attempt(open, delivery, times) : null;
        if (outcome != null && !outcome.lostToIdleClose()) {
            return outcome;
        }
        open.abort();
        wire = null;
        return null;
    }

    private Outcome overNew(Delivery delivery, PhaseTimes times) {
        try {
            Wire fresh = dialer.dial(target, times);
            wire = fresh;
            return attempt(fresh, delivery, times);
        } catch (ExchangeException e) {
            return new Outcome(Optional.empty(), Optional.of(e.failure()), false, true);
        }
    }

    private Outcome attempt(Wire over, Delivery delivery, PhaseTimes times) {
        return new Attempt(over, delivery, deadlines, watchdog, pace, times).run(kept);
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
