package io.statuspulse.conformance.verifier;

import java.time.Duration;

/**
 * How long a verifier that is a process may take.
 *
 * @param start from its start to its first answer
 * @param answer from one answer to the next
 */
public record Limits(Duration start, Duration answer) {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** How many times as long as the first start another one may take. */
    private static final int SLACK = 3;

    /** 30 s to the first answer, and 10 s to each other. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(10));

    /**
     * Takes them.
     *
     * @throws IllegalArgumentException if one is not within 1 ms and 1 h
     */
    public Limits {
        requireInRange("ready timeout", start);
        requireInRange("timeout", answer);
    }

    /** Returns the limits of a process of which another one gave its first answer in that time: never longer ones. */
    Limits startingIn(Duration time) {
        Duration expected = time.multipliedBy(SLACK).plus(answer);
        return expected.compareTo(start) < 0 ? new Limits(expected, answer) : this;
    }

    private static void requireInRange(String name, Duration limit) {
        if (limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + ": " + limit.toMillis() + " ms is out of range [1 ms, " + LONGEST.toMillis() + " ms]");
        }
    }
}
