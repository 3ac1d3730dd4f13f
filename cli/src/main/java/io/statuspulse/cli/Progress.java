package io.statuspulse.cli;

import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Result;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Shows on standard error how far a run is, where it takes long enough to ask. Areas are told as they get through. At a
 * terminal a line below them rewrites itself; elsewhere, where nothing else was told for long, a line says that it goes on.
 */
final class Progress implements RunListener, AutoCloseable {
    private static final String ERASE = "\r\u001b[K";

    /** Around what may be wider than the terminal, so that it stays on one line, which can be erased. */
    private static final String NO_WRAP = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";
    private static final int WIDTH = 79;

    /** A run that is over sooner shows nothing. */
    static final Duration SOON = Duration.ofMillis(500);

    /** From then on areas are told; most runs are over before. */
    static final Duration LONG = Duration.ofSeconds(2);

    private static final Duration EVERY = Duration.ofMillis(100);

    private final PrintWriter err;
    private final boolean live;
    private final Tally tally;
    private final UnaryOperator<Result> known;
    private final LongSupplier clock;
    private final long start;
    private Runnable stop = this::closeLine;

    /** Of a library that takes its time to load: made when it is drawn first, and touched by nobody but who ticks. */
    private @Nullable LiveLine line;

    /** Held while something is printed, and never while a scenario reports: standard error may be stuck. */
    private final Object screen = new Object();

    private long toldAt;
    private long patience = Duration.ofSeconds(10).toNanos();
    private boolean dirty;
    private volatile boolean over;

    /**
     * Shows nothing before {@link #tick}.
     *
     * @param known lays known failures over a result
     */
    Progress(Io io, List<Scenario> scenarios, UnaryOperator<Result> known) {
        this.err = io.err();
        this.live = io.live();
        this.tally = new Tally(scenarios);
        this.known = known;
        this.clock = io.ticker();
        this.start = clock.getAsLong();
        this.toldAt = start;
    }

    /** One that shows nothing at all. */
    static Progress none(Io io) {
        return new Progress(io, List.of(), UnaryOperator.identity());
    }

    /** One that shows itself until it is closed. */
    static Progress of(Io io, List<Scenario> scenarios, UnaryOperator<Result> known) {
        Progress progress = new Progress(io, scenarios, known);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(
                    () -> {
                        work.run();
                        progress.closeLine();
                    },
                    "progress");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> ticks =
                timer.scheduleWithFixedDelay(progress::tick, SOON.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        progress.stop = () -> {
            ticks.cancel(false);
            timer.shutdown();
        };
        return progress;
    }

    @Override
    public void begun(Scenario scenario) {
        tally.begun(scenario, clock.getAsLong());
    }

    @Override
    public void finished(Result byAnswers, int done, int total) {
        tally.finished(known.apply(byAnswers));
    }

    @Override
    public void awaitingEffects(int events) {
        tally.awaitingEffects(events);
    }

    /** Shows what there is to show now. */
    void tick() {
        long now = clock.getAsLong();
        if (over || now - start < SOON.toNanos()) {
            return;
        }
        // Before the lock, so that the end of a run does not wait for a library to load.
        String drawn = live ? draw(now) : "";
        synchronized (screen) {
            if (over) {
                return;
            }
            StringBuilder shown = new StringBuilder();
            if (now - start >= LONG.toNanos()) {
                tally.areasThrough()
                        .forEach(line -> shown.append(cut(line, WIDTH)).append(System.lineSeparator()));
            }
            if (live) {
                err.print(ERASE + shown + NO_WRAP + drawn + WRAP);
                dirty = true;
            } else if (!shown.isEmpty()) {
                err.print(shown);
                toldAt = now;
            } else if (now - toldAt >= patience) {
                err.println(cut(tally.line(now), WIDTH));
                toldAt = now;
                patience *= 2; // So that a run that hangs for hours fills no log.
            }
            err.flush();
        }
    }

    private String draw(long now) {
        if (line == null) {
            line = new LiveLine(tally.total(), WIDTH);
        }
        return line.at(tally, now);
    }

    private void closeLine() {
        if (line != null) {
            line.close();
            line = null;
        }
    }

    static String cut(String line, int width) {
        return line.length() <= width ? line : line.substring(0, Math.max(0, width - 3)) + "...";
    }

    /** Takes the live line away, so that what is printed next stands alone. */
    @Override
    public void close() {
        stop.run();
        synchronized (screen) {
            over = true;
            if (dirty) {
                err.print(ERASE);
                err.flush();
                dirty = false;
            }
        }
    }
}
