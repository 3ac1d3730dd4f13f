package io.statuspulse.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Result;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A correct receiver passes everything, however and however often it is asked. */
class CorrectReceiverTest {
    private static final Set<Outcome> FINE = Set.of(Outcome.PASSED, Outcome.OBSERVED);

    @Test
    void passesOneScenarioAtATimeUnderAFixedClock() {
        try (BuiltInReceiver receiver = BuiltInReceiver.start(Bench.receiver().withClock(Bench.FIXED))) {
            assertFine(Bench.run(
                    Bench.settings(receiver).clock(Bench.FIXED).jobs(1).build()));
        }
    }

    @Test
    void passesManyScenariosAtATimeTwiceInARow() {
        try (BuiltInReceiver receiver = BuiltInReceiver.start(Bench.receiver())) {
            assertFine(Bench.run(Bench.settings(receiver).build()));
            assertFine(Bench.run(Bench.settings(receiver).build()));
        }
    }

    @Test
    void passesTwiceInARowAtTheSameMoment() {
        try (BuiltInReceiver receiver = BuiltInReceiver.start(Bench.receiver().withClock(Bench.FIXED))) {
            assertFine(Bench.run(Bench.settings(receiver).clock(Bench.FIXED).build()));
            assertFine(Bench.run(Bench.settings(receiver).clock(Bench.FIXED).build()));
        }
    }

    @Test
    void passesWithoutItsEffectsButIsNotSaidToProcessOnce() {
        try (BuiltInReceiver receiver = BuiltInReceiver.start(Bench.receiver())) {
            Report observed = Bench.run(Bench.settings(receiver).build());
            Report unobserved = Bench.run(Bench.unobserved(receiver).build());

            assertFine(unobserved);
            assertThat(unobserved.effectsObserved()).isFalse();
            assertThat(unobserved.with(Outcome.PASSED))
                    .extracting(r -> r.scenario().id())
                    .doesNotContain("idempotency/retry")
                    .hasSizeLessThan(observed.count(Outcome.PASSED));
        }
    }

    private static void assertFine(Report report) {
        assertThat(report.results())
                .filteredOn(result -> !FINE.contains(result.outcome()))
                .extracting(CorrectReceiverTest::words)
                .isEmpty();
        assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(report.unreachable()).isEmpty();
        assertThat(report.diagnosis()).isEmpty();
    }

    private static String words(Result result) {
        return result.scenario().id() + " " + result.verdict();
    }
}
