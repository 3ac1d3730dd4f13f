package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a timestamp's text is read; only decimal digits are one (REQ-TIME-1, REQ-TIME-3). */
final class TimestampSyntaxDefects {

    private static final Pattern LEADING_INTEGER = Pattern.compile("\\s*([+-]?[0-9]{1,18})");
    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,400}");
    private static final Pattern SIGNED_INTEGER = Pattern.compile("-?([0-9]{1,11})");

    private TimestampSyntaxDefects() {}

    static List<Defect> all() {
        return List.of(
                reading(
                        "parse-int-timestamp",
                        "reads the leading digits of the timestamp and ignores what follows",
                        "workos-node",
                        TimestampSyntaxDefects::leading),
                Defect.ofVerification(
                        "signs-parsed-timestamp",
                        "reads the leading digits of the timestamp and signs that number in place of the header's text",
                        "standardwebhooks 1.1.1 on npm",
                        SignsParsed::new),
                Defect.ofVerification(
                        "signs-nan",
                        "signs what the timestamp was parsed to, NaN for a word, and NaN is never found stale",
                        "stripe-node",
                        SignsNan::new),
                numbers(
                        "nan-timestamp",
                        "coerces the timestamp to a floating-point number, and NaN is never found stale",
                        "",
                        TimestampNumbers::javaScript,
                        Math::abs),
                numbers(
                        "float-timestamp",
                        "reads the timestamp with a float parser: fractions, exponents, underscores, nan",
                        "standard-webhooks: its Python library",
                        TimestampNumbers::python,
                        Math::abs),
                numbers(
                        "infinity-timestamp",
                        "coerces the timestamp to a floating-point number and limits its age alone",
                        "",
                        TimestampNumbers::javaScript,
                        age -> age),
                Defect.ofVerification(
                        "accepts-milliseconds",
                        "also reads timestamps in milliseconds",
                        "mercadopago #458",
                        setup -> new Verification(setup) {
                            @Override
                            boolean timely(Request request, String timestamp) {
                                return super.timely(request, timestamp)
                                        || (timestamp.matches("[0-9]{13}") && fresh(Long.parseLong(timestamp) / 1000));
                            }
                        }),
                reading(
                        "accepts-iso-8601",
                        "also reads RFC 3339 timestamps",
                        "adcp PR #1383",
                        text -> dated(text, t -> OffsetDateTime.parse(t).toEpochSecond())),
                reading(
                        "accepts-http-date",
                        "also reads HTTP dates",
                        "",
                        text -> dated(
                                text,
                                t -> ZonedDateTime.parse(t, DateTimeFormatter.RFC_1123_DATE_TIME)
                                        .toEpochSecond())),
                wrapping(
                        "int32-timestamp",
                        "keeps the timestamp in 32 bits, so that it wraps around",
                        n -> n.intValue() & 0xFFFF_FFFFL),
                wrapping(
                        "int64-timestamp",
                        "keeps the timestamp in 64 bits, so that it wraps around",
                        BigInteger::longValue),
                reading(
                        "throws-on-unparsable-timestamp",
                        "parses the timestamp as a 64-bit integer and lets the parser throw",
                        "stripe-java PR #2149",
                        text -> OptionalLong.of(Long.parseLong(text))),
                Defect.ofVerification(
                        "json-timestamp",
                        "reads the timestamp with a JSON parser and lets it throw, on a plus sign or leading zeros too",
                        "",
                        setup -> new Verification(setup) {
                            @Override
                            OptionalLong seconds(String timestamp) {
                                return OptionalLong.of(
                                        Json.STRICT.readTree(timestamp).longValue());
                            }
                        }),
                reading(
                        "drops-sign",
                        "reads a negative timestamp as its absolute value",
                        "",
                        TimestampSyntaxDefects::unsigned),
                reading(
                        "hexadecimal-timestamp",
                        "also reads hexadecimal timestamps",
                        "",
                        text -> text.matches("0[xX][0-9a-fA-F]{1,15}")
                                ? OptionalLong.of(Long.parseLong(text.substring(2), 16))
                                : OptionalLong.empty()),
                reading(
                        "unicode-digits-timestamp",
                        "reads the digits of any script as a timestamp",
                        "",
                        text -> unicodeDigits(new String(Macs.headerBytes(text), UTF_8))));
    }

    /** A receiver that reads more texts than the correct one does, or throws on some. */
    private static Defect reading(String name, String summary, String source, Function<String, OptionalLong> parser) {
        return Defect.ofVerification(name, summary, source, setup -> new Verification(setup) {
            @Override
            OptionalLong seconds(String timestamp) {
                OptionalLong strict = super.seconds(timestamp);
                return strict.isPresent() ? strict : parser.apply(timestamp);
            }
        });
    }

    /** A receiver that takes any number of digits and keeps as many bits of them as it has room for. */
    private static Defect wrapping(String name, String summary, ToLongFunction<BigInteger> cut) {
        return Defect.ofVerification(name, summary, "", setup -> new Verification(setup) {
            @Override
            OptionalLong seconds(String timestamp) {
                return INTEGER.matcher(timestamp).matches()
                        ? OptionalLong.of(cut.applyAsLong(new BigInteger(timestamp)))
                        : OptionalLong.empty();
            }
        });
    }

    private static Defect numbers(
            String name, String summary, String source, ToDoubleFunction<String> parser, DoubleUnaryOperator drift) {
        return Defect.ofVerification(name, summary, source, setup -> new Verification(setup) {
            @Override
            boolean timely(Request request, String timestamp) {
                double age = setup.now() - parser.applyAsDouble(timestamp);
                // Every comparison with NaN is false: this is how it slips through.
                return !(drift.applyAsDouble(age) > setup.tolerance().toSeconds());
            }
        });
    }

    private static final class SignsParsed extends Verification {
        SignsParsed(Setup setup) {
            super(setup);
        }

        @Override
        OptionalLong seconds(String timestamp) {
            return leading(timestamp);
        }

        @Override
        byte[] content(Request request, String timestamp) {
            OptionalLong number = leading(timestamp);
            return super.content(request, number.isPresent() ? Long.toString(number.getAsLong()) : timestamp);
        }
    }

    private static final class SignsNan extends Verification {
        SignsNan(Setup setup) {
            super(setup);
        }

        @Override
        boolean timely(Request request, String timestamp) {
            return leading(timestamp).isEmpty() || super.timely(request, timestamp);
        }

        @Override
        byte[] content(Request request, String timestamp) {
            return super.content(request, leading(timestamp).isEmpty() ? "NaN" : timestamp);
        }
    }

    private static OptionalLong leading(String text) {
        Matcher number = LEADING_INTEGER.matcher(text);
        return number.lookingAt() ? OptionalLong.of(Long.parseLong(number.group(1))) : OptionalLong.empty();
    }

    private static OptionalLong unsigned(String text) {
        Matcher number = SIGNED_INTEGER.matcher(text);
        return number.matches() ? OptionalLong.of(Long.parseLong(number.group(1))) : OptionalLong.empty();
    }

    private static OptionalLong dated(String text, Function<String, Long> parser) {
        try {
            return OptionalLong.of(parser.apply(text));
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong unicodeDigits(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 11 && text.chars().allMatch(Character::isDigit);
        return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
