package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.SigningEdit.TimestampShift;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a skew is reckoned, to the second at which each answer changes. */
class SkewReckoningTest {
    private static final Duration TOLERANCE = Duration.ofSeconds(300);

    @ParameterizedTest
    @CsvSource({
        // An answer is dated in whole seconds, at some moment of the exchange: that much cannot be told.
        "0, 0, 0",
        "1, 0, 1",
        "1, 1, 0",
        "2, 1, 1",
        "-1, 0, 0",
        "-2, 0, -1",
        "-2, 5, -1",
        "3600, 2, 3598"
    })
    void isWhatTheDateOfAnAnswerCannotBeExplainedWithout(int dated, int took, int ahead) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME
                .withLocale(Locale.ROOT)
                .format(Made.SENT.plusSeconds(dated).atOffset(ZoneOffset.UTC));

        assertThat(Skew.of(dated(date, took))).isEqualTo(new Skew(Duration.ofSeconds(ahead)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-03-01T11:00:00Z",
                "Fri, 31 Dec 999999999 23:59:59 GMT",
                "Mon, 01 Jan -999999999 00:00:00 GMT"
            })
    void isNoneWhereADateIsNone(String date) {
        assertThat(Skew.of(dated(date, 0))).isEqualTo(Skew.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sat, 01 Jan 0000 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void canBeDescribedHoweverFarOffADateIs(String date) {
        assertThat(Skew.of(dated(date, 0)).describe()).matches("[0-9]+ (s|h) (behind|ahead of)");
    }

    @Test
    void isNoneWhereNobodyDatesAnything() {
        assertThat(Skew.of(Made.unanswered(Failure.Kind.RESET))).isEqualTo(Skew.NONE);
        assertThat(Skew.of(taking(DeliveryPlan.valid(), 0))).isEqualTo(Skew.NONE);
    }

    @ParameterizedTest
    @CsvSource({"12, 12 s ahead of", "-12, 12 s behind", "0, level with"})
    void isDescribedByWhoseClockGoesFirst(int seconds, String words) {
        assertThat(new Skew(Duration.ofSeconds(seconds)).describe()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"-298, 0", "298, 0", "-200, 98", "0, 298", "1, 0"})
    void planWellInsideTheToleranceMayBeExpectedToBeAccepted(int shift, int age) {
        assertThat(contradiction(shift, age, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-299, 0, old", "299, 0, ahead", "-200, 99, old", "0, 299, old"})
    void planAtTheEdgeMayNotBeExpectedToBeAccepted(int shift, int age, String side) {
        assertThat(contradiction(shift, age, true))
                .hasValue("a timestamp 299 s " + side + " is not well inside the configured tolerance of 300 s");
    }

    @ParameterizedTest
    @CsvSource({"-302, 0", "302, 0", "-200, 102", "0, 302"})
    void planWellOutsideMayBeExpectedToBeRejected(int shift, int age) {
        assertThat(contradiction(shift, age, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-301, 0, old", "301, 0, ahead", "-200, 101, old", "0, 301, old"})
    void planAtTheEdgeMayNotBeExpectedToBeRejected(int shift, int age, String side) {
        assertThat(contradiction(shift, age, false))
                .hasValue("a timestamp 301 s " + side + " is not well outside the configured tolerance of 300 s");
    }

    @Test
    void planWithoutAShiftContradictsNothing() {
        assertThat(Skew.contradicts(DeliveryPlan.valid(), Duration.ZERO, false, TOLERANCE))
                .isEmpty();
        assertThat(new Skew(Duration.ofDays(1))
                        .disturbs(taking(DeliveryPlan.valid(), 0), Duration.ZERO, false, TOLERANCE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // Shift, how far the receiver's clock is ahead, how long it took, whether it must be inside.
        "-295, 0, 0, true",
        "-295, 3, 0, true",
        "-295, 0, 3, true",
        "-295, 1, 2, true",
        "295, -3, 0, true",
        "-305, 0, 60, false",
        "-305, 60, 0, false",
        "-305, -3, 0, false",
        "305, 3, 0, false",
        "305, 0, 3, false",
        "305, 2, 1, false"
    })
    void timestampThatStaysOnItsSideIsNotDisturbed(int shift, int ahead, int took, boolean inside) {
        assertThat(disturbance(shift, ahead, took, inside)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-295, 4, 0, true",
        "-295, 0, 4, true",
        "-295, 2, 2, true",
        "295, -4, 0, true",
        "-305, -4, 0, false",
        "305, 4, 0, false",
        "305, 0, 4, false",
        "305, 2, 2, false"
    })
    void timestampThatMayHaveComeToTheOtherSideIsDisturbed(int shift, int ahead, int took, boolean inside) {
        assertThat(disturbance(shift, ahead, took, inside))
                .hasValue("the receiver's clock is " + new Skew(Duration.ofSeconds(ahead)).describe()
                        + " ours and the exchange took " + Words.of(Duration.ofSeconds(took))
                        + ", so the timestamp may have been on the other side of the tolerance when it arrived");
    }

    @Test
    void ageOfADeliveryCountsLikeAShift() {
        Exchange exchange = taking(DeliveryPlan.valid(), 0);

        assertThat(Skew.NONE.disturbs(exchange, Duration.ofSeconds(302), false, TOLERANCE))
                .isEmpty();
        assertThat(Skew.NONE.disturbs(exchange, Duration.ofSeconds(301), false, TOLERANCE))
                .isPresent();
    }

    private static Optional<String> contradiction(int shift, int age, boolean inside) {
        return Skew.contradicts(shifted(shift), Duration.ofSeconds(age), inside, TOLERANCE);
    }

    private static Optional<String> disturbance(int shift, int ahead, int took, boolean inside) {
        return new Skew(Duration.ofSeconds(ahead))
                .disturbs(taking(shifted(shift), took), Duration.ZERO, inside, TOLERANCE);
    }

    private static DeliveryPlan shifted(int seconds) {
        return DeliveryPlan.valid().but(new TimestampShift(Duration.ofSeconds(seconds)));
    }

    private static Exchange taking(DeliveryPlan plan, int seconds) {
        return Made.answered(plan, Made.response(200, ""), Duration.ofSeconds(seconds));
    }

    private static Exchange dated(String date, int took) {
        return Made.answered(
                DeliveryPlan.valid(), Made.response(200, "", new HeaderLine("Date", date)), Duration.ofSeconds(took));
    }
}
