package io.statuspulse.simulator.wire;

import java.time.Duration;

/**
 * How long the phases of an exchange may take.
 *
 * @param connect the TCP connection and the TLS handshake, each
 * @param write the request; its own pauses are added to it
 * @param answer from the request's last byte to the answer's last; 10 s by default (contract REQ-HTTP-3)
 */
public record Deadlines(Duration connect, Duration write, Duration answer) {
    public static final Deadlines DEFAULT = all(Duration.ofSeconds(10));

    public Deadlines {
        requirePositive("connect", connect);
        requirePositive("write", write);
        requirePositive("answer", answer);
    }

    /** Gives every phase the same deadline. */
    public static Deadlines all(Duration each) {
        return new Deadlines(each, each, each);
    }

    private static void requirePositive(String phase, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(phase + " deadline: " + value + " is not longer than zero");
        }
    }
}
