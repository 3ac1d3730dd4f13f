package io.statuspulse.cli;

import io.statuspulse.simulator.delivery.Durations;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads option values; what does not fit is told with what would. */
final class Conversions {
    private static final int MOST_DIGITS = 18;

    private Conversions() {}

    static void register(CommandLine command) {
        command.registerConverter(Duration.class, saying(Durations::parse))
                .registerConverter(Instant.class, saying(Conversions::instant))
                .registerConverter(Path.class, saying(Conversions::path))
                .registerConverter(Integer.class, saying(text -> Math.toIntExact(number(text, Integer.MAX_VALUE))))
                .registerConverter(Long.class, saying(text -> number(text, Long.MAX_VALUE)));
    }

    private static <T> ITypeConverter<T> saying(Function<String, T> reader) {
        return new Saying<>(reader);
    }

    /**
     * A class and no lambda: class-data archives cannot hold lambdas of interfaces as old as picocli's.
     *
     * @param reader throws an {@link IllegalArgumentException} that says what would be right
     */
    private record Saying<T>(Function<String, T> reader) implements ITypeConverter<T> {
        @Override
        public T convert(String text) {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    private static Instant instant(String text) {
        try {
            return text.matches("[0-9]{1,11}")
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no moment; expected e.g. 2026-01-31T12:00:00Z or Unix seconds", e);
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + text + "' is no file name (" + e.getReason() + ")", e);
        }
    }

    private static long number(String text, long most) {
        if (!text.matches("-?[0-9]{1," + MOST_DIGITS + "}") || Long.parseLong(text) > most) {
            throw new IllegalArgumentException("'" + text + "' is no whole number, or too large a one");
        }
        return Long.parseLong(text);
    }
}
