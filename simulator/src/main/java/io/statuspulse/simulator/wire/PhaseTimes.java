package io.statuspulse.simulator.wire;

import java.time.Duration;

/** Collects how long the phases of one exchange take, in nanoseconds. */
final class PhaseTimes {
    private long connect;
    private long tls;
    private long write;
    private long answer;
    private long read;

    /** Counts from {@code begun} until now as connecting. */
    void connected(long begun) {
        connect = System.nanoTime() - begun;
    }

    void secured(long begun) {
        tls = System.nanoTime() - begun;
    }

    void written(long begun) {
        write = System.nanoTime() - begun;
    }

    /** Splits the time from {@code written} until now at the answer's first byte, which may have come before. */
    void answered(long written, boolean anyByte, long firstByte) {
        long now = System.nanoTime();
        long first = anyByte ? Math.max(firstByte, written) : now;
        answer = first - written;
        read = now - first;
    }

    Timings timings() {
        return new Timings(
                Duration.ofNanos(connect),
                Duration.ofNanos(tls),
                Duration.ofNanos(write),
                Duration.ofNanos(answer),
                Duration.ofNanos(read));
    }
}
