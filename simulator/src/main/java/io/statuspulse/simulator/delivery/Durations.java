package io.statuspulse.simulator.delivery;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 300s}, {@code 250ms}, {@code -1h}, or ISO 8601 as {@code -PT1H}. */
public final class Durations {
    /** A century: what is added up or counted in nanoseconds stays within its bounds, too. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final Pattern SHORT = Pattern.compile("([+-]?)([0-9]{1,12})(ms|s|m|h|d)");

    private Durations() {}

    /** Writes a duration in ISO 8601 with its sign in front, as {@code -PT1H}; {@link #parse} reads it. */
    static String print(Duration duration) {
        return duration.isNegative() ? "-" + duration.negated() : duration.toString();
    }

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException if the text is none, or one of more than 36,500 days; the message names it and
     *     says what would be right
     */
    public static Duration parse(String text) {
        Duration duration = unbounded(text);
        if (duration.compareTo(LONGEST) > 0 || duration.compareTo(LONGEST.negated()) < 0) {
            throw new IllegalArgumentException(
                    "'" + Printable.of(text) + "' is longer than " + LONGEST.toDays() + " days");
        }
        return duration;
    }

    private static Duration unbounded(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(2)) * (matcher.group(1).equals("-") ? -1 : 1);
            return switch (matcher.group(3)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
        try {
            return Duration.parse(text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + Printable.of(text) + "' is no duration; expected e.g. 300s, 250ms, -1h or -PT1H", e);
        }
    }
}
