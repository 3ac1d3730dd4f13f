package io.statuspulse.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.delivery.Delivery;
import java.time.Duration;

/** One delivery through a transport with short deadlines, and what is true of every exchange that fails. */
final class Sending {
    static final Duration DEADLINE = Duration.ofMillis(300);
    static final Duration LONG = Duration.ofSeconds(20);
    /** Generous to a busy machine, and yet far from a second deadline of {@link #LONG}. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private Sending() {}

    static Exchange send(ScriptedServer server, Delivery delivery, Deadlines deadlines) {
        return send(server.target(), delivery, deadlines, TlsSettings.DEFAULT);
    }

    static Exchange send(Target target, Delivery delivery, Deadlines deadlines, TlsSettings tls) {
        try (SocketTransport transport = SocketTransport.create(deadlines, tls)) {
            return transport.send(target, delivery);
        }
    }

    /** Sends with deadlines that are never reached. */
    static Exchange send(ScriptedServer server, Delivery delivery) {
        return send(server, delivery, Deadlines.all(LONG));
    }

    /** Sends where only the answer's deadline is short: reaching any other one would be seen. */
    static Exchange sendAnsweredSoon(ScriptedServer server, Delivery delivery) {
        return send(server, delivery, new Deadlines(LONG, LONG, DEADLINE));
    }

    static void assertFailed(Exchange exchange, Failure.Kind kind, String words) {
        assertThat(exchange.failure()).as("failure").isPresent();
        Failure failure = exchange.failure().get();
        assertThat(failure.kind()).as(failure.toString()).isEqualTo(kind);
        assertThat(failure.words()).contains(words).matches("[ -~]+");
        assertThat(exchange.accepted()).isFalse();
        assertThat(exchange.timings().total()).isLessThan(SOON);
        exchange.response()
                .ifPresent(response -> assertThat(response.body().size()).isLessThanOrEqualTo(64 * 1024));
    }

    /** Asserts also that the deadline was waited for. */
    static void assertTimedOut(Exchange exchange, Failure.Kind kind, String words) {
        assertFailed(exchange, kind, words);
        assertThat(exchange.timings().total()).isGreaterThanOrEqualTo(DEADLINE.minusMillis(5));
    }
}
