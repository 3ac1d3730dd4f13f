package io.statuspulse.conformance.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long a receiver usually takes for a plain delivery, by the latest of them: the first one tells of classes being loaded
 * and caches being empty, and would be waited for many times over. Thread-safe.
 */
final class UsualAnswer {
    private static final int LATEST = 9;

    private final Deque<Duration> latest = new ArrayDeque<>(LATEST);

    synchronized void took(Duration time) {
        if (latest.size() == LATEST) {
            latest.removeFirst();
        }
        latest.addLast(time);
    }

    /** Returns the median, the longer one of two; zero before the first. */
    synchronized Duration median() {
        return latest.isEmpty()
                ? Duration.ZERO
                : latest.stream().sorted().toList().get(latest.size() / 2);
    }
}
