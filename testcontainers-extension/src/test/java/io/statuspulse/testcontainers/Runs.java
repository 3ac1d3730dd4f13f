package io.statuspulse.testcontainers;

import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.start.RunningReceiver;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Runs of the suite against a receiver that was started. */
final class Runs {
    private static final Secrets SECRETS = new Secrets(
            Secret.of(Images.SECRET),
            Optional.of(Secret.of(Images.PREVIOUS_SECRET)),
            List.of(Secret.of("whsec_long_before_the_container")));

    private Runs() {}

    static Report quick(RunningReceiver receiver) {
        return of(Selection.of(Profile.QUICK), receiver, settings -> settings);
    }

    static Report of(Selection selection, RunningReceiver receiver, UnaryOperator<RunSettings.Builder> more) {
        RunSettings settings =
                more.apply(RunSettings.of(new Target(receiver.url()), SECRETS)).build();
        List<Scenario> scenarios = selection.from(Suite.scenarios());
        try (Session session = Session.open(settings)) {
            return session.run(selection.name(), scenarios, RunListener.SILENT);
        }
    }

    /** What a correct receiver does not earn. */
    static List<String> troubles(Report report) {
        return report.results().stream()
                .filter(result -> !Set.of(Outcome.PASSED, Outcome.OBSERVED, Outcome.NOT_APPLICABLE)
                        .contains(result.outcome()))
                .map(result -> result.scenario().id() + " " + result.outcome().label() + ": " + result.verdict())
                .toList();
    }

    /** What was not asked of the receiver, but for TLS, which it does not speak. */
    static List<String> notApplicable(Report report) {
        return report.results().stream()
                .filter(result -> result.outcome() == Outcome.NOT_APPLICABLE)
                .map(result -> result.scenario().id())
                .filter(id -> !id.startsWith("tls/") && !id.equals("acceptance/http-2"))
                .toList();
    }
}
