package io.statuspulse.conformance.curl;

import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.SentEdit.SecondTimestamp;
import io.statuspulse.simulator.delivery.SigningEdit.SignTimestampShifted;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampAs;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampShift;
import io.statuspulse.simulator.signing.TimestampFormat;
import io.statuspulse.simulator.wire.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The moments that a delivery tells, as what a shell makes of the time at which it is sent again. */
final class Clock {
    /** How much earlier than its connection was begun a delivery may have been dated, in seconds. */
    private static final int EARLIER = 15;

    private static final int LATER = 1;

    private final Duration shift;
    private final Optional<TimestampFormat> format;

    /** Expressions, by the numbers that they stand for. */
    private final Map<String, String> moments = new LinkedHashMap<>();

    Clock(Exchange exchange) {
        List<Edit> edits = exchange.delivery().plan().edits();
        shift = edits.stream()
                .filter(TimestampShift.class::isInstance)
                .map(edit -> ((TimestampShift) edit).shift())
                .reduce(Duration.ZERO, (before, last) -> last);
        format = edits.stream()
                .filter(TimestampAs.class::isInstance)
                .map(edit -> ((TimestampAs) edit).format())
                .reduce((before, last) -> last);
        learn(exchange.startedAt(), shift, "$T");
        for (Edit edit : edits) {
            if (edit instanceof SignTimestampShifted other) {
                learn(exchange.startedAt(), other.shift(), plus(other.shift().minus(shift)));
            } else if (edit instanceof SecondTimestamp other) {
                learn(exchange.startedAt(), other.shift(), plus(other.shift().minus(shift)));
            }
        }
    }

    private void learn(Instant startedAt, Duration by, String expression) {
        long seconds = startedAt.plus(by).getEpochSecond();
        for (long second = seconds - EARLIER; second <= seconds + LATER; second++) {
            moments.putIfAbsent(Long.toString(second), expression);
        }
    }

    private static String plus(Duration by) {
        return "$((T" + signed(by.toSeconds()) + "))";
    }

    private static String signed(long seconds) {
        return seconds < 0 ? Long.toString(seconds) : "+" + seconds;
    }

    /** The assignment that the expressions need. */
    String assignment() {
        return shift.isZero() ? "T=$(date +%s)" : "T=$(($(date +%s)" + signed(shift.toSeconds()) + "))";
    }

    /** Finds the moment that is told at {@code index}: the number, and the expression that stands for it. */
    Optional<Map.Entry<String, String>> at(String text, int index) {
        return moments.entrySet().stream()
                .filter(moment -> text.startsWith(moment.getKey(), index))
                .findFirst();
    }

    /** Returns the expression for a timestamp that is written in another way than as its number; empty where it is not. */
    Optional<String> inOtherWords(String text) throws NotForCurlException {
        if (format.isEmpty() || moments.keySet().stream().anyMatch(text::contains)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (format.get()) {
                    case HEXADECIMAL -> "0x$(printf %x \"$T\")";
                    case EXPONENT -> "$(printf %s \"$T\" | sed 's/./&./')e9";
                    case DIGIT_SEPARATORS -> "$(printf %s \"$T\" | sed 's/\\(.\\)\\(...\\)\\(...\\)/\\1_\\2_\\3_/')";
                    case INT32_OVERFLOW -> "$((T+4294967296))";
                    case INT64_OVERFLOW -> "1844674407$((T+3709551616))";
                    case RFC_3339 -> now("%Y-%m-%dT%H:%M:%SZ");
                    case HTTP_DATE -> now("%a, %d %b %Y %H:%M:%S GMT");
                    default -> throw new NotForCurlException("no shell writes its timestamp");
                });
    }

    private String now(String words) throws NotForCurlException {
        if (!shift.isZero()) {
            throw new NotForCurlException("no shell writes its timestamp");
        }
        return "$(LC_ALL=C date -u '+" + words + "')";
    }
}
