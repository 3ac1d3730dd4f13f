package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.run.ScriptedReceiver.Reply;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RateLimitTest {
    private static final Reply WAIT_A_SECOND = new Reply(429, Map.of("Retry-After", "1"), "");
    private static final Reply WAIT_NOT_AT_ALL = new Reply(429, Map.of("Retry-After", "0"), "");

    @Test
    void retryAfterIsObeyedAndTheAnswerThenCounts() {
        AtomicLong limitedAt = new AtomicLong();
        AtomicLong nextAt = new AtomicLong();
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
            if (r.isFor("signature/wrong") && !r.genuine()) {
                if (limitedAt.compareAndSet(0, System.nanoTime())) {
                    return WAIT_A_SECOND;
                }
                nextAt.compareAndSet(0, System.nanoTime());
            }
            return r.correctly();
        })) {
            Report report = Runs.some(Runs.settings(receiver.url()).build(), "signature/wrong");

            assertThat(Runs.outcome(report, "signature/wrong")).isEqualTo(Outcome.PASSED);
            assertThat(nextAt.get() - limitedAt.get())
                    .isGreaterThanOrEqualTo(Duration.ofMillis(990).toNanos());
        }
    }

    @Test
    void limitThatNeverEndsProvesNothingAndIsNotTriedForEver() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> WAIT_NOT_AT_ALL)) {
            Report report = Runs.all(Runs.settings(receiver.url()).build());

            assertThat(report.results())
                    // Whatever is answered, nothing is revealed and nothing redirected.
                    .filteredOn(r -> !r.scenario().expect().name().startsWith("OBSERVE_"))
                    .filteredOn(r -> r.outcome() != Outcome.NOT_APPLICABLE)
                    .allMatch(r -> r.outcome() == Outcome.INCONCLUSIVE);
            assertThat(report.with(Outcome.NOT_APPLICABLE))
                    .hasSize(16)
                    .allMatch(r -> r.reason().startsWith("there is no"));
            assertThat(report.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
            assertThat(report.diagnosis())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.finding()).contains("limits its rate"));
            // Four attempts of what a scenario sends first, and many at once in the two that do so.
            assertThat(receiver.requests())
                    .hasSizeLessThan(4 * (report.results().size() + 32 + 16 + 50 + 20));
        }
    }

    @Test
    void limitOnForgeriesAloneProvesNothing() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> r.genuine() ? r.correctly() : WAIT_NOT_AT_ALL)) {
            Report report = Runs.some(Runs.settings(receiver.url()).build(), "signature/wrong", "secret/empty");

            assertThat(report.results()).allSatisfy(r -> {
                assertThat(r.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
                assertThat(r.reason()).contains("429");
            });
        }
    }
}
