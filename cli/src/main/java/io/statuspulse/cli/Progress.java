package io.statuspulse.cli;

import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.scenario.Scenario;
import java.io.PrintWriter;
import java.time.Duration;

/** Shows how far a run is: one line that rewrites itself at a terminal, and elsewhere a line now and then. */
final class Progress implements RunListener, AutoCloseable {
    private static final String ERASE = "\r\u001b[K";
    private static final long LIVE_NANOS = Duration.ofMillis(50).toNanos();
    private static final long PLAIN_NANOS = Duration.ofSeconds(10).toNanos();

    private final PrintWriter err;
    private final boolean live;
    private long shownAt = System.nanoTime();
    private boolean dirty;

    Progress(Io io) {
        err = io.err();
        live = io.live();
    }

    @Override
    public void finished(Scenario scenario, int done, int total) {
        long now = System.nanoTime();
        if (now - shownAt < (live ? LIVE_NANOS : PLAIN_NANOS)) {
            return;
        }
        shownAt = now;
        String line = done + " of " + total + " scenarios";
        if (live) {
            err.print(ERASE + line + ", last " + scenario.id());
            dirty = true;
        } else {
            err.println(line);
        }
        err.flush();
    }

    /** Takes the live line away. */
    @Override
    public void close() {
        if (dirty) {
            err.print(ERASE);
            err.flush();
            dirty = false;
        }
    }
}
