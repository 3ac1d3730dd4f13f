package io.statuspulse.simulator.wire;

import java.time.Duration;

/**
 * How long each phase of an exchange took; zero for a phase that was not reached or not needed.
 *
 * @param connect the TCP connection, name resolution included
 * @param tls the TLS handshake
 * @param write the request, its pauses included
 * @param answer from the request's last byte to the answer's first
 * @param read from the answer's first byte to its last
 */
public record Timings(Duration connect, Duration tls, Duration write, Duration answer, Duration read) {
    public static final Timings NONE =
            new Timings(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public Duration total() {
        return connect.plus(tls).plus(write).plus(answer).plus(read);
    }
}
