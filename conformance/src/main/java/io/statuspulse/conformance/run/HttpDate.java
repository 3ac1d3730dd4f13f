package io.statuspulse.conformance.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Dates as headers have them (RFC 9110, 5.6.7). */
final class HttpDate {
    /** A year has four digits; the JDK's parser takes nine and a sign, which overflow whoever counts milliseconds. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private HttpDate() {}

    /** Returns the date's moment; empty where the text is none. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME
                            .withLocale(Locale.ROOT)
                            .parse(text)))
                    .filter(moment -> !moment.isBefore(FIRST) && !moment.isAfter(LAST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
