package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.Requirement.TIME_1;
import static io.statuspulse.conformance.scenario.Requirement.TIME_2;
import static io.statuspulse.conformance.scenario.Requirement.TIME_3;
import static io.statuspulse.conformance.scenario.Requirement.TIME_4;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.may;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.should;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;
import static io.statuspulse.simulator.delivery.SentEdit.HeaderRole.TIMESTAMP;

import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SentEdit.DropHeader;
import io.statuspulse.simulator.delivery.SentEdit.Order;
import io.statuspulse.simulator.delivery.SentEdit.SecondTimestamp;
import io.statuspulse.simulator.delivery.SigningEdit.SignContent;
import io.statuspulse.simulator.delivery.SigningEdit.SignTimestampText;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampAs;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampShift;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampText;
import io.statuspulse.simulator.signing.SignedContent;
import io.statuspulse.simulator.signing.TimestampFormat;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** When a delivery was attempted, and how that is written: all of these are rightly signed. */
final class TimestampScenarios {
    /** What frameworks that validate parameters answer where a header is missing or no number. */
    private static final int UNPROCESSABLE = 422;

    /** How far from the tolerance's edge the edges are tried: slow networks and whole seconds must not decide. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final Duration A_LITTLE = Duration.ofSeconds(30);

    private static final String REPLAY =
            "Whoever recorded a delivery once can replay it whenever it suits: an old outage, or an old all-clear.";
    private static final String FUTURE =
            "A check of one side only lets a delivery signed for the future be replayed until then.";
    private static final String LENIENT =
            "What a lenient parser makes of it differs from language to language; comparisons with NaN are false, so that"
                    + " the check of freshness is skipped.";
    private static final String ABSENT =
            "A check that is skipped where the header is missing is skipped by leaving it out.";
    private static final String OTHER_UNIT =
            "Read as seconds, another unit lies far away in time: it must be rejected, not guessed at.";

    private TimestampScenarios() {}

    static List<Scenario> list(Duration tolerance) {
        Duration inside = tolerance.minus(MARGIN);
        Duration outside = tolerance.plus(MARGIN);
        DropHeader dropped = new DropHeader(TIMESTAMP);
        return List.of(
                absent("timestamp/missing", "a delivery with no timestamp header is rejected")
                        .tags(Tag.QUICK)
                        .rejects(valid().but(dropped)),
                absent("timestamp/missing-body-signed", "a delivery with no timestamp, signed over .body, is rejected")
                        .rejects(
                                valid().but(new SignTimestampText(""), dropped),
                                valid().but(new SignContent(new SignedContent("{body}")), dropped)),
                absent(
                                "timestamp/missing-undefined-signed",
                                "a delivery with no timestamp, signed over undefined.body, null.body or None.body, is rejected")
                        .rejects(
                                valid().but(new SignTimestampText("undefined"), dropped),
                                valid().but(new SignTimestampText("null"), dropped),
                                valid().but(new SignTimestampText("None"), dropped)),
                absent("timestamp/empty", "an empty timestamp, signed, is rejected")
                        .rejects(text("")),
                must("timestamp/just-inside-past", TIME_2, "a timestamp just inside the tolerance is accepted")
                        .why("Slow networks and queues are real: a smaller tolerance loses deliveries on a bad day.")
                        .mend(Mends.DRIFT)
                        .accepts(shifted(inside.negated())),
                should("timestamp/just-inside-future", TIME_2, "a timestamp a little ahead (30 s) is accepted")
                        .why("Clocks differ: a receiver that is a little behind must not lose everything.")
                        .mend(Mends.DRIFT)
                        .accepts(shifted(inside.compareTo(A_LITTLE) < 0 ? inside : A_LITTLE)),
                replayed("timestamp/just-outside-past", "a timestamp just past the tolerance is rejected")
                        .rejects(shifted(outside.negated())),
                must("timestamp/just-outside-future", TIME_2, "a timestamp just beyond the tolerance ahead is rejected")
                        .why(FUTURE)
                        .mend(Mends.DRIFT)
                        .rejects(shifted(outside)),
                replayed("timestamp/hour-old", "a timestamp of an hour ago is rejected")
                        .tags(Tag.QUICK)
                        .rejects(shifted(Duration.ofHours(-1))),
                replayed("timestamp/day-old", "a timestamp of yesterday is rejected")
                        .rejects(shifted(Duration.ofDays(-1))),
                replayed("timestamp/year-old", "a timestamp of last year is rejected")
                        .rejects(shifted(Duration.ofDays(-365))),
                must(
                                "timestamp/zone-offset-old",
                                TIME_2,
                                "a timestamp off by a whole time zone (±1 h to ±14 h) is rejected")
                        .why("A receiver that reads Unix seconds as local time is right only where it was developed.")
                        .mend(Mends.DRIFT)
                        .rejects(IntStream.rangeClosed(-14, 14)
                                .filter(hours -> hours != 0)
                                .mapToObj(hours -> shifted(Duration.ofHours(hours)))
                                .toArray(DeliveryPlan[]::new)),
                must("timestamp/year-ahead", TIME_2, "a timestamp of next year is rejected")
                        .why(FUTURE)
                        .mend(Mends.DRIFT)
                        .tags(Tag.QUICK)
                        .rejects(shifted(Duration.ofDays(365))),
                replayed("timestamp/epoch", "timestamp 0 is rejected").rejects(text("0")),
                replayed("timestamp/negative", "a negative timestamp is rejected")
                        .rejects(text("-1"), as(TimestampFormat.NEGATIVE)),
                unit("timestamp/milliseconds", "the time in milliseconds is rejected", TimestampFormat.MILLISECONDS),
                lenient("timestamp/fraction", "a timestamp with a fraction is rejected")
                        .rejects(as(TimestampFormat.FRACTION)),
                lenient("timestamp/exponent", "a timestamp in exponent form is rejected")
                        .rejects(as(TimestampFormat.EXPONENT)),
                strict("timestamp/hexadecimal", "a timestamp in hexadecimal is rejected")
                        .rejects(as(TimestampFormat.HEXADECIMAL)),
                may("timestamp/plus-sign", TIME_3, "a timestamp with a plus sign: accepted or rejected, reported")
                        .why(LENIENT)
                        .mend(Mends.TIMESTAMP_TEXT)
                        .observes(as(TimestampFormat.PLUS_SIGN)),
                may("timestamp/leading-zeros", TIME_3, "a timestamp with leading zeros: accepted or rejected, reported")
                        .why(LENIENT)
                        .mend(Mends.TIMESTAMP_TEXT)
                        .observes(as(TimestampFormat.LEADING_ZEROS)),
                lenient("timestamp/digit-separators", "a timestamp with underscores between digits is rejected")
                        .rejects(as(TimestampFormat.DIGIT_SEPARATORS)),
                lenient("timestamp/other-digits", "a timestamp in Arabic-Indic digits is rejected, not a 500")
                        .rejects(as(TimestampFormat.ARABIC_INDIC_DIGITS)),
                strict("timestamp/trailing-text", "a timestamp with text after it is rejected")
                        .rejects(as(TimestampFormat.TRAILING_TEXT)),
                unit(
                        "timestamp/iso-8601",
                        "an RFC 3339 timestamp is rejected where seconds are agreed",
                        TimestampFormat.RFC_3339),
                unit("timestamp/http-date", "an HTTP date is rejected", TimestampFormat.HTTP_DATE),
                strict("timestamp/not-a-number", "the word NaN, signed, is rejected")
                        .rejects(text("NaN")),
                strict("timestamp/infinity", "the word Infinity, signed, is rejected")
                        .rejects(text("Infinity"), text("-Infinity")),
                strict("timestamp/word", "a word, signed, is rejected").rejects(text("yesterday")),
                strict("timestamp/word-signed-as-nan", "a word as timestamp, signed over NaN, is rejected")
                        .rejects(valid().but(new TimestampText("abc"), new SignTimestampText("NaN"))),
                strict("timestamp/int32-overflow", "now + 2^32 is rejected")
                        .rejects(as(TimestampFormat.INT32_OVERFLOW)),
                strict("timestamp/int64-overflow", "a timestamp above 2^63 is rejected, not a 500")
                        .rejects(as(TimestampFormat.INT64_OVERFLOW)),
                strict("timestamp/400-digits", "a timestamp of 400 digits is rejected, not a 500")
                        .rejects(as(TimestampFormat.DIGITS_400)),
                twice("timestamp/fresh-then-stale", "two timestamp headers, the fresh one first, are rejected")
                        .rejects(
                                valid().but(new SecondTimestamp(Duration.ofHours(-1), Order.RIGHT_FIRST)),
                                shifted(Duration.ofHours(-1))
                                        .but(new SecondTimestamp(Duration.ZERO, Order.WRONG_FIRST))),
                twice("timestamp/stale-then-fresh", "two timestamp headers, the stale one first, are rejected")
                        .rejects(
                                valid().but(new SecondTimestamp(Duration.ofHours(-1), Order.WRONG_FIRST)),
                                shifted(Duration.ofHours(-1))
                                        .but(new SecondTimestamp(Duration.ZERO, Order.RIGHT_FIRST))),
                must(
                                "timestamp/stale-header-fresh-body",
                                TIME_4,
                                "a stale header with a fresh body timestamp is rejected")
                        .why(
                                "The body says when the event happened, not when it was sent; a receiver that checks that one"
                                        + " instead takes replays of fresh events and loses retries of old ones.")
                        .mend(Mends.DRIFT)
                        .rejects(shifted(tolerance.multipliedBy(2).negated())));
    }

    private static ScenarioBuilder absent(String id, String title) {
        return must(id, TIME_3, title).why(ABSENT).mend(Mends.REQUIRE_HEADERS).alsoRejectedBy(UNPROCESSABLE);
    }

    private static ScenarioBuilder replayed(String id, String title) {
        return must(id, TIME_2, title).why(REPLAY).mend(Mends.DRIFT);
    }

    private static ScenarioBuilder lenient(String id, String title) {
        return should(id, TIME_3, title).why(LENIENT).mend(Mends.TIMESTAMP_TEXT).alsoRejectedBy(UNPROCESSABLE);
    }

    private static ScenarioBuilder strict(String id, String title) {
        return must(id, TIME_3, title).why(LENIENT).mend(Mends.TIMESTAMP_TEXT).alsoRejectedBy(UNPROCESSABLE);
    }

    private static Scenario unit(String id, String title, TimestampFormat format) {
        return must(id, TIME_1, title)
                .why(OTHER_UNIT)
                .mend(Mends.TIMESTAMP_TEXT)
                .rejects(as(format));
    }

    private static ScenarioBuilder twice(String id, String title) {
        return should(id, TIME_2, title)
                .why("Which of two is checked and which is signed depends on the library: a fresh one added to an old"
                        + " delivery replays it.")
                .mend(Mends.REQUIRE_HEADERS);
    }

    private static DeliveryPlan shifted(Duration shift) {
        return valid().but(new TimestampShift(shift));
    }

    private static DeliveryPlan text(String timestamp) {
        return valid().but(new TimestampText(timestamp));
    }

    private static DeliveryPlan as(TimestampFormat format) {
        return valid().but(new TimestampAs(format));
    }
}
