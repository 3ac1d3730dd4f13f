package io.statuspulse.conformance.diagnosis;

import io.statuspulse.simulator.wire.Exchange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What answers say about the receiver's clock (RFC 9110, 6.6.1). */
final class Dates {
    /** A Date is cut to the second, and made some time before it is sent. */
    private static final Duration BLUR = Duration.ofSeconds(2);

    private Dates() {}

    /** Returns whether the answer has a Date, and it is one of the time between request and answer. */
    static boolean agrees(Exchange exchange) {
        return exchange.response()
                .flatMap(response -> response.header("Date"))
                .flatMap(Dates::parse)
                .filter(date -> {
                    Instant sent = exchange.startedAt();
                    Instant answered = sent.plus(exchange.timings().total());
                    return !date.isBefore(sent.minus(BLUR)) && !date.isAfter(answered.plus(BLUR));
                })
                .isPresent();
    }

    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(Instant.from(
                    DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
