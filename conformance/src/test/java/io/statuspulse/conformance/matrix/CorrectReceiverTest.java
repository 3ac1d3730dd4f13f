package io.statuspulse.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.diagnosis.Patterns;
import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.Correct;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Tempo;
import io.statuspulse.conformance.scenario.TlsProcedure;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Result;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A correct receiver passes everything, however and however often it is asked. */
class CorrectReceiverTest {
    private static final Set<Outcome> FINE = Set.of(Outcome.PASSED, Outcome.OBSERVED);

    @Test
    void passesOneScenarioAtATimeUnderAFixedClock() {
        assertFine(Bench.atOneMoment(Bench.receiver(), Duration.ofMillis(20)));
    }

    @Test
    void passesManyScenariosAtATimeTwiceInARow() {
        Tempo tempo = new Tempo(Clock.systemUTC());
        try (BuiltInReceiver receiver = BuiltInReceiver.start(Bench.receiver().withClock(tempo.clock()))) {
            RunSettings settings =
                    Bench.settings(receiver).clock(tempo.clock()).pace(tempo).build();

            assertFine(Bench.run(settings));
            assertFine(Bench.run(settings));
        }
    }

    @Test
    void passesTwiceInARowAtTheSameMoment() {
        Tempo tempo = new Tempo(Bench.FIXED);
        try (BuiltInReceiver receiver = BuiltInReceiver.start(Bench.receiver().withClock(tempo.clock()))) {
            RunSettings settings =
                    Bench.settings(receiver).clock(tempo.clock()).pace(tempo).build();

            assertFine(Bench.run(settings));
            assertFine(Bench.run(settings));
        }
    }

    @Test
    void passesInRealTime() {
        try (BuiltInReceiver receiver = BuiltInReceiver.start(Bench.receiver())) {
            assertFine(Bench.run(Bench.settings(receiver).build()));
        }
    }

    @Test
    void passesThoughItIsSecondsBehindWithItsWork() {
        Tempo tempo = new Tempo(Clock.systemUTC());
        try (BuiltInReceiver receiver =
                BuiltInReceiver.start(Correct.queued(Bench.receiver()).withClock(tempo.clock()))) {
            assertFine(Bench.run(
                    Bench.settings(receiver).clock(tempo.clock()).pace(tempo).build()));
        }
    }

    @Test
    void passesWithoutItsEffectsButIsNotSaidToProcessOnce() {
        try (BuiltInReceiver receiver = BuiltInReceiver.start(Bench.receiver())) {
            Report observed =
                    Bench.run(Bench.settings(receiver).pace(Tempo::hurried).build());
            Report unobserved =
                    Bench.run(Bench.unobserved(receiver).pace(Tempo::hurried).build());

            assertThat(unobserved.count(Outcome.FAILED) + unobserved.count(Outcome.WARNED))
                    .isZero();
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
                .filteredOn(result -> !isNotApplicableWithoutTls(result))
                .extracting(CorrectReceiverTest::words)
                .isEmpty();
        assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(report.unreachable()).isEmpty();
        assertThat(report.diagnosis()).isEmpty();
        assertThat(Patterns.among(report.results())).isEmpty();
    }

    private static boolean isNotApplicableWithoutTls(Result result) {
        return result.outcome() == Outcome.NOT_APPLICABLE
                && result.scenario().trials().stream().allMatch(TlsProcedure.class::isInstance)
                && result.reason().equals("there is no TLS to judge: the endpoint's URL is http");
    }

    private static String words(Result result) {
        return result.scenario().id() + " " + result.verdict();
    }
}
