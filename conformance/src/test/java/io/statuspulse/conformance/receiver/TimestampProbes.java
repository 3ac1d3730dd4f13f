package io.statuspulse.conformance.receiver;

import static io.statuspulse.conformance.receiver.Probes.TIMESTAMP;
import static io.statuspulse.conformance.receiver.Probes.one;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

final class TimestampProbes {

    private TimestampProbes() {}

    static List<Probes.Probe> all() {
        return List.of(
                aged("no-drift-check", 401, 200, 31_536_000),
                aged("no-future-limit", 401, 200, -31_536_000),
                aged("no-past-limit", 401, 200, 31_536_000),
                aged("no-future-allowed", 200, 401, -30),
                aged("tolerance-too-small", 200, 401, 250),
                aged("tolerance-doubled", 401, 200, 400),
                aged("tolerance-in-minutes", 401, 200, 3_600),
                aged("tolerance-in-hours", 401, 200, 86_400),
                aged("forgives-time-zones", 401, 200, 14 * 3_600),
                aged("forgives-time-zones", 401, 200, -3_600),
                aged("ignores-timestamp", 401, 200, 31_536_000),
                text("ignores-timestamp", 401, 200, now -> "word"),
                one("freshness-from-body", 200, 401, Delivery::valid),
                one(
                        "freshness-from-body",
                        401,
                        200,
                        () -> Delivery.changed(TimestampProbes::freshBody).aged(3_600)),
                one("empty-timestamp-skips-freshness", 401, 200, () -> absent("")),
                text("empty-timestamp-skips-freshness", 401, 200, now -> ""),
                one("undefined-timestamp-skips-freshness", 401, 200, () -> absent("undefined")),
                one("first-timestamp-wins", 401, 200, () -> two(true)),
                one("last-timestamp-wins", 401, 200, () -> two(false)),
                text("parse-int-timestamp", 401, 200, now -> now + "abc"),
                one("signs-parsed-timestamp", 401, 200, () -> decorated(now -> now + ".9")),
                one("signs-parsed-timestamp", 401, 200, () -> decorated(now -> "+" + now)),
                one("signs-nan", 401, 200, () -> absent("NaN").header(TIMESTAMP + ": word")),
                text("nan-timestamp", 401, 200, now -> "NaN"),
                text("nan-timestamp", 401, 200, now -> "0x" + Long.toHexString(now)),
                text(
                        "nan-timestamp",
                        401,
                        200,
                        now -> Instant.ofEpochSecond(now).toString()),
                text("float-timestamp", 401, 200, now -> now + ".5"),
                text("float-timestamp", 401, 200, now -> "nan"),
                text(
                        "float-timestamp",
                        401,
                        200,
                        now -> now / 1000 + "_" + String.format(Locale.ROOT, "%03d", now % 1000)),
                text("float-timestamp", 401, 200, TimestampProbes::arabic),
                text("float-timestamp", 401, 200, now -> new java.math.BigDecimal(now).movePointLeft(9) + "e9"),
                text("infinity-timestamp", 401, 200, now -> "Infinity"),
                text("accepts-milliseconds", 401, 200, now -> now + "000"),
                text(
                        "accepts-iso-8601",
                        401,
                        200,
                        now -> Instant.ofEpochSecond(now).toString()),
                text("accepts-http-date", 401, 200, TimestampProbes::httpDate),
                text("int32-timestamp", 401, 200, now -> Long.toString(now + (1L << 32))),
                text(
                        "int64-timestamp",
                        401,
                        200,
                        now -> BigInteger.TWO
                                .pow(64)
                                .add(BigInteger.valueOf(now))
                                .toString()),
                text("throws-on-unparsable-timestamp", 401, 500, now -> "word"),
                text("throws-on-unparsable-timestamp", 401, 500, now -> "9".repeat(400)),
                text("json-timestamp", 401, 500, now -> "+" + now),
                text("json-timestamp", 200, 500, now -> "0" + now),
                text("drops-sign", 401, 200, now -> "-" + now),
                text("hexadecimal-timestamp", 401, 200, now -> "0x" + Long.toHexString(now)),
                text("unicode-digits-timestamp", 401, 200, TimestampProbes::arabic));
    }

    private static Probes.Probe aged(String defect, int right, int wrong, long seconds) {
        return one(defect, right, wrong, () -> Delivery.valid().aged(seconds));
    }

    private static Probes.Probe text(String defect, int right, int wrong, LongFunction<String> timestamp) {
        return one(defect, right, wrong, () -> Delivery.valid().timestamp(timestamp.apply(now())));
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static String freshBody(String event) {
        return event.replace(
                "2026-05-14T09:32:11Z", Instant.ofEpochSecond(now()).toString());
    }

    private static Delivery absent(String signedAs) {
        return Delivery.valid().timestamp(signedAs).without(TIMESTAMP);
    }

    private static Delivery decorated(LongFunction<String> decoration) {
        Delivery delivery = Delivery.valid();
        String sent = decoration.apply(Long.parseLong(delivery.timestamp));
        return delivery.without(TIMESTAMP).header(TIMESTAMP + ": " + sent);
    }

    private static Delivery two(boolean freshFirst) {
        Delivery delivery = Delivery.valid();
        String fresh = TIMESTAMP + ": " + delivery.timestamp;
        String stale = TIMESTAMP + ": " + (now() - 4_000);
        return delivery.without(TIMESTAMP).header(freshFirst ? fresh : stale).header(freshFirst ? stale : fresh);
    }

    private static String arabic(long seconds) {
        StringBuilder digits = new StringBuilder();
        Long.toString(seconds).chars().forEach(c -> digits.append((char) (c - '0' + '\u0660')));
        return new String(digits.toString().getBytes(UTF_8), ISO_8859_1);
    }

    private static String httpDate(long seconds) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
    }
}
