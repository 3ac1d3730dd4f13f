package io.statuspulse.conformance.run;

import io.statuspulse.simulator.wire.Exchange;
import java.time.Duration;
import java.time.Instant;

/** How long a receiver that limits its rate asks to be left alone (RFC 9110, 10.2.3). */
final class RetryAfter {
    private static final Duration UNSAID = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private RetryAfter() {}

    /** Returns what the answer asks for, at most 10 s; 1 s where it says nothing that can be understood. */
    static Duration of(Exchange exchange) {
        String header = exchange.response()
                .flatMap(r -> r.header("Retry-After"))
                .orElse("")
                .strip();
        if (header.matches("[0-9]+")) {
            return bounded(header.length() > 6 ? LONGEST : Duration.ofSeconds(Long.parseLong(header)));
        }
        // A date is by the receiver's clock, which its Date header tells better than ours.
        return HttpDate.parse(header)
                .map(until -> bounded(Duration.between(dated(exchange), until)))
                .orElse(UNSAID);
    }

    private static Instant dated(Exchange exchange) {
        return exchange.response()
                .flatMap(r -> r.header("Date"))
                .flatMap(HttpDate::parse)
                .orElse(exchange.startedAt());
    }

    private static Duration bounded(Duration asked) {
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
