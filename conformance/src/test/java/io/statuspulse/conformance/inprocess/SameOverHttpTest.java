package io.statuspulse.conformance.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.run.Tempo;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.inprocess.Verifier;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Target;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One function, called and behind a server: the same is said of it, scenario by scenario. */
class SameOverHttpTest {
    private static final Secrets SECRETS = new Secrets(
            Secret.of(Verifiers.SECRET),
            Optional.of(Secret.of(Verifiers.PREVIOUS)),
            List.of(Secret.of(Verifiers.RETIRED)));

    static Stream<String> wrong() {
        return Verifiers.wrong(Clock.systemUTC()).keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void wrongVerifierGetsTheSameVerdicts(String what) throws IOException {
        Report inProcess = inProcess(clock -> Verifiers.wrong(clock).get(what));
        Report overHttp = overHttp(clock -> Verifiers.wrong(clock).get(what), judged(inProcess));

        assertThat(outcomes(inProcess)).containsExactlyElementsOf(outcomes(overHttp));
        assertThat(findings(inProcess)).containsExactlyElementsOf(findings(overHttp));
        assertThat(inProcess.conclusion()).isEqualTo(overHttp.conclusion());
        assertThat(findings(inProcess)).isNotEmpty();
    }

    @Test
    void correctVerifierPassesBothWays() throws IOException {
        Report inProcess = inProcess(Verifiers::correct);
        Report overHttp = overHttp(Verifiers::correct, judged(inProcess));

        assertThat(inProcess.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(inProcess.count(Outcome.FAILED)
                        + inProcess.count(Outcome.WARNED)
                        + inProcess.count(Outcome.INCONCLUSIVE))
                .isZero();
        assertThat(inProcess.count(Outcome.PASSED)).isGreaterThan(120);
        assertThat(outcomes(inProcess)).containsExactlyElementsOf(outcomes(overHttp));
        assertThat(inProcess.diagnosis()).isEmpty();
    }

    private static Report inProcess(Function<Clock, Verifier> verifier) {
        Tempo tempo = new Tempo(Clock.systemUTC());
        return run(
                InProcessReceiver.verifier(verifier.apply(tempo.clock())).settings(SECRETS), tempo, Suite.scenarios());
    }

    private static Report overHttp(Function<Clock, Verifier> verifier, List<Scenario> scenarios) throws IOException {
        // One of its own, since what it skips moves its clock: the server's Date does not move along.
        Tempo tempo = new Tempo(Clock.systemUTC());
        try (BehindServer server = BehindServer.start(verifier.apply(tempo.clock()))) {
            return run(RunSettings.of(Target.of(server.url()), SECRETS), tempo, scenarios);
        }
    }

    private static Report run(RunSettings.Builder settings, Tempo tempo, List<Scenario> scenarios) {
        try (Session session =
                Session.open(settings.clock(tempo.clock()).pace(tempo).seed(1).build())) {
            return session.run("full", scenarios, RunListener.SILENT);
        }
    }

    private static List<Scenario> judged(Report report) {
        return report.results().stream()
                .filter(r -> r.outcome() != Outcome.NOT_APPLICABLE)
                .map(Result::scenario)
                .toList();
    }

    private static List<String> outcomes(Report report) {
        return report.results().stream()
                .filter(r -> r.outcome() != Outcome.NOT_APPLICABLE)
                .map(r -> r.scenario().id() + " " + r.outcome())
                .toList();
    }

    private static List<String> findings(Report report) {
        return report.diagnosis().stream().map(Finding::id).toList();
    }
}
