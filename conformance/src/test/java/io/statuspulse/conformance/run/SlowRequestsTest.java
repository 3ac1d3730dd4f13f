package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.Defects;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that drip, at a tenth of their usual length. */
@Timeout(120)
class SlowRequestsTest {
    private static final String HEADERS = "http/slow-headers";
    private static final String BODY = "http/slow-body";

    private static Report run(ReceiverSettings receiver) {
        try (BuiltInReceiver started = BuiltInReceiver.start(receiver)) {
            return Runs.some(
                    // Well over the second that an answer may take before it is unusual.
                    Runs.settings(started.url().toString())
                            .pace(planned ->
                                    planned.compareTo(Duration.ofMillis(100)) < 0 ? planned : Duration.ofMillis(100))
                            .build(),
                    HEADERS,
                    BODY);
        }
    }

    @Test
    void receiverThatServesOthersMeanwhilePassesAndItsPatienceIsReported() {
        Report report = run(ReceiverSettings.of(Runs.SECRET));

        assertThat(report.results()).hasSize(2).allSatisfy(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
            assertThat(result.facts())
                    .filteredOn(fact -> fact.key().equals(Fact.REPORTED))
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.value()).startsWith("not cut off within "));
        });
    }

    @Test
    void receiverThatServesOthersOnlyAfterwardsFailsAlsoWithinTheDeadline() {
        Report report = run(ReceiverSettings.of(Runs.SECRET)
                .withDefect(Defects.named("one-at-a-time").orElseThrow()));

        assertThat(Runs.ids(report, Outcome.WARNED)).containsExactly(HEADERS, BODY);
        assertThat(Runs.facts(Runs.result(report, HEADERS)))
                .containsPattern("a valid delivery meanwhile got, after 2\\.\\d s: 200");
    }
}
