package io.statuspulse.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.conformance.receiver.CalledReceiver;
import io.statuspulse.conformance.receiver.Defect;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.run.Tempo;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.wire.Deadlines;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The built-in receiver and all its defects, called instead of sent to: what the kill matrix says of them over HTTP is
 * what comes out, as far as it is applicable.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InProcessMatrixTest {
    private static final KillMatrix OVER_HTTP =
            KillMatrix.of(Golden.resource("kill-matrix.tsv").lines());
    private static final Duration MOMENT = Duration.ofMillis(2);

    /** What upsets it is a connection that breaks off: what others see of it afterwards is not there to be seen. */
    private static final String DIES_OF_THE_WIRE = "dies-on-aborted-body";

    private static final int UNPROCESSABLE = 422;

    private Map<String, List<String>> killersOfHandlers = Map.of();
    private Map<String, List<String>> killersOfVerifiers = Map.of();

    @BeforeAll
    void callEveryDefect() {
        assumeFalse(Golden.isUpdating(), "the kill matrix is being written, and is compared with in the next run");
        killersOfHandlers = killers(defects(), Called::handler);
        killersOfVerifiers = killers(defectsOfVerification(), Called::verifier);
    }

    private static Map<String, List<String>> killers(
            Stream<Defect> defects, Function<ReceiverSettings, Called> calling) {
        return defects.parallel()
                .collect(Collectors.toConcurrentMap(
                        Defect::name,
                        defect -> KillMatrix.Diagnosed.of(
                                        calling.apply(Bench.receiver().withDefect(defect))
                                                .run()
                                                .results())
                                .killers()));
    }

    static Stream<Defect> defects() {
        // A server's parser is not there: neither is what is wrong with it.
        return KillMatrix.chosen().stream()
                .filter(defect -> !CalledReceiver.isOfTheServer(defect))
                .filter(defect -> !defect.name().equals(DIES_OF_THE_WIRE));
    }

    static Stream<Defect> defectsOfVerification() {
        return defects()
                .filter(defect ->
                        CalledReceiver.of(Bench.receiver().withDefect(defect)).isWrongInItsVerificationOnly());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void handlerFailsTheScenariosThatItFailsOverHttp(Defect defect) {
        assertThat(killersOfHandlers.get(defect.name()))
                .containsExactlyElementsOf(
                        Called.handler(Bench.receiver()).applicable(OVER_HTTP.killersOf(defect.name())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defectsOfVerification")
    void verifierFailsTheScenariosThatItFailsOverHttp(Defect defect) {
        List<String> killers = killersOfVerifiers.get(defect.name());
        List<String> overHttp = Called.verifier(Bench.receiver()).applicable(OVER_HTTP.killersOf(defect.name()));

        assertThat(killers).containsAll(overHttp);
        assertThat(withoutUnreadable(killers)).containsExactlyElementsOf(withoutUnreadable(overHttp));
    }

    /** The rest of a receiver refuses a body that is no event, whatever the verification let pass. */
    private static List<String> withoutUnreadable(List<String> ids) {
        return ids.stream()
                .filter(id -> !id.equals("tampering/duplicate-key"))
                .filter(id -> !Suite.find(id).orElseThrow().alsoRejected().contains(UNPROCESSABLE))
                .toList();
    }

    @Test
    void mostDefectsAreToBeSeenInAHandlerAndThoseOfVerificationInAVerifier() {
        assumeTrue(KillMatrix.isWhole(), "each Nth defect only is run");

        assertThat(defects().filter(d -> isToBeSeen(Called.handler(Bench.receiver()), d)))
                .hasSizeGreaterThan(180);
        assertThat(defectsOfVerification().filter(d -> isToBeSeen(Called.verifier(Bench.receiver()), d)))
                .hasSizeGreaterThan(90);
    }

    private static boolean isToBeSeen(Called called, Defect defect) {
        return !called.applicable(OVER_HTTP.killersOf(defect.name())).isEmpty();
    }

    @Test
    void correctHandlerPassesAllThatIsApplicable() {
        assertFine(Called.handler(Bench.receiver().withClock(Bench.FIXED)).run());
    }

    @Test
    void correctVerifierPassesAllThatIsApplicable() {
        assertFine(Called.verifier(Bench.receiver().withClock(Bench.FIXED)).run());
    }

    private static void assertFine(Report report) {
        assertThat(report.results())
                .filteredOn(r -> r.outcome() != Outcome.PASSED && r.outcome() != Outcome.OBSERVED)
                .filteredOn(r -> r.outcome() != Outcome.NOT_APPLICABLE)
                .extracting(r -> r.scenario().id() + " " + r.verdict())
                .isEmpty();
        assertThat(report.with(Outcome.NOT_APPLICABLE))
                .extracting(Result::reason)
                .allMatch(reason -> reason.startsWith("within a process") || reason.startsWith("a verifier"));
        assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(report.diagnosis()).isEmpty();
    }

    /** A receiver that is called, and how a run against it is made. */
    private record Called(InProcessReceiver receiver, RunSettings settings) {

        static Called handler(ReceiverSettings settings) {
            Tempo tempo = new Tempo(Bench.FIXED, MOMENT);
            CalledReceiver called = CalledReceiver.of(settings.withClock(tempo.clock()));
            InProcessReceiver receiver = InProcessReceiver.handler("/webhook/statuspulse", called::handle);
            return of(
                    receiver,
                    receiver.settings(Bench.secrets())
                            .effects(called::effects)
                            .failures(called::failNext)
                            .states(called::state)
                            .rotation(called::rotate),
                    tempo);
        }

        static Called verifier(ReceiverSettings settings) {
            Tempo tempo = new Tempo(Bench.FIXED, MOMENT);
            CalledReceiver called = CalledReceiver.of(settings.withClock(tempo.clock()));
            InProcessReceiver receiver = InProcessReceiver.verifier(called::verifies);
            return of(receiver, receiver.settings(Bench.secrets()).rotation(called::rotate), tempo);
        }

        private static Called of(InProcessReceiver receiver, RunSettings.Builder settings, Tempo tempo) {
            return new Called(
                    receiver,
                    settings.deadlines(Deadlines.all(Duration.ofSeconds(2)))
                            .clock(tempo.clock())
                            .pace(tempo)
                            .seed(1)
                            .jobs(1)
                            .build());
        }

        Report run() {
            try (Session session = Session.open(settings)) {
                return session.run("light", light(), RunListener.SILENT);
            }
        }

        /** What is heavy says nothing of these and takes longer than all the rest. */
        private static List<Scenario> light() {
            return Suite.scenarios().stream()
                    .filter(scenario -> !scenario.has(Tag.HEAVY))
                    .toList();
        }

        /** Returns those of these ids that can be asked of it. */
        List<String> applicable(List<String> ids) {
            return light().stream()
                    .filter(scenario -> ids.contains(scenario.id()))
                    .filter(scenario -> receiver.whyNot(scenario).isEmpty())
                    .map(Scenario::id)
                    .toList();
        }
    }
}
