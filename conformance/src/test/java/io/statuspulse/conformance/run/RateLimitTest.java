package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.run.ScriptedReceiver.Reply;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.simulator.wire.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
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
            Report report =
                    Runs.some(Runs.settings(receiver.url()).pace(Pace.REAL).build(), "signature/wrong");

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
            // Four attempts of the first delivery; then about one for each scenario, and many at once in some.
            assertThat(receiver.requests())
                    .hasSizeLessThan(2 * (report.results().size() + 32 + 16 + 50 + 20));
        }
    }

    @Test
    void limitThatNeverEndsCostsOneRoundOfPatience() {
        Queue<Duration> waits = new ConcurrentLinkedQueue<>();
        Reply anHour = new Reply(429, Map.of("Retry-After", "3600"), "");
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> anHour)) {
            RunSettings settings = Runs.settings(receiver.url())
                    .pace(planned -> {
                        waits.add(planned);
                        return Duration.ZERO;
                    })
                    .build();

            Report report = Runs.some(settings, "signature/*", "acceptance/status-change", "idempotency/*");

            assertThat(report.with(Outcome.INCONCLUSIVE)).hasSizeGreaterThan(30);
            assertThat(waits).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10));
        }
    }

    @Test
    void patienceIsThereAgainOnceTheReceiverAnsweredSomethingElse() {
        AtomicInteger limited = new AtomicInteger();
        try (ScriptedReceiver receiver = ScriptedReceiver.start(r -> {
            // The greeting in vain, then one that is answered, then one that has to wait.
            int turn = limited.incrementAndGet();
            return turn <= 4 || turn == 6 ? WAIT_NOT_AT_ALL : r.correctly();
        })) {
            Report report = Runs.some(
                    Runs.settings(receiver.url()).jobs(1).build(),
                    "acceptance/status-change",
                    "acceptance/latency-spike");

            assertThat(report.results()).allMatch(r -> r.outcome() == Outcome.PASSED);
            assertThat(receiver.requests()).hasSize(7);
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
