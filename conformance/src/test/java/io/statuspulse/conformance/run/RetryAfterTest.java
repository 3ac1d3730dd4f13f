package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.wire.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "2 | 2",
                "10 | 10",
                "11 | 10",
                "99999999999999999999 | 10",
                "-5 | 1",
                "2.5 | 1",
                "soon | 1",
                "'' | 1",
                // By the clock of the answer's Date: it is an hour behind ours.
                "Sun, 01 Mar 2026 11:00:04 GMT | 4",
                "Sun, 01 Mar 2026 12:00:00 GMT | 10",
                "Sun, 06 Nov 1994 08:49:37 GMT | 0",
                "Fri, 31 Dec 9999 23:59:59 GMT | 10",
                "Fri, 31 Dec 999999999 23:59:59 GMT | 1"
            })
    void isObeyedWithinBounds(String value, int seconds) {
        Response limited = Made.response(
                429, "", new HeaderLine("Date", "Sun, 01 Mar 2026 11:00:00 GMT"), new HeaderLine("Retry-After", value));

        assertThat(RetryAfter.of(Made.answered(DeliveryPlan.valid(), limited))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void dateIsComparedWithOurClockWhereTheAnswerHasNone() {
        Response limited = Made.response(429, "", new HeaderLine("Retry-After", "Sun, 01 Mar 2026 12:00:03 GMT"));

        assertThat(RetryAfter.of(Made.answered(DeliveryPlan.valid(), limited))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void isASecondWhereNothingIsSaid() {
        assertThat(RetryAfter.of(Made.answered(DeliveryPlan.valid(), Made.response(429, ""))))
                .isEqualTo(Duration.ofSeconds(1));
    }
}
