package io.statuspulse.wiremock;

import io.statuspulse.conformance.run.EffectProbe;
import io.statuspulse.conformance.run.Hooks.FailureHook;
import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.scenario.Scenario;
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
import java.util.stream.Collectors;

/** Runs of parts of the suite. */
final class Runs {
    static final String SECRET = "whsec_0123456789abcdef0123456789abcdef";
    static final String PREVIOUS = "whsec_7Kq2vXb9Lm4Tz8Rw1Yp6Nc3Hd5";
    static final String RETIRED = "whsec_Jf8Gs2Ld7Wq5Et1Mx9Bv4Zk6Ph";
    static final String PATH = "/webhook/statuspulse";

    private Runs() {}

    static Report of(String url, Optional<EffectProbe> effects, String... patterns) {
        RunSettings.Builder settings = settings(url);
        effects.ifPresent(settings::effects);
        return of(settings.build(), patterns);
    }

    static Report of(String url, EffectProbe effects, FailureHook failures, String... patterns) {
        return of(settings(url).effects(effects).failures(failures).build(), patterns);
    }

    private static RunSettings.Builder settings(String url) {
        return RunSettings.of(
                Target.of(url),
                new Secrets(Secret.of(SECRET), Optional.of(Secret.of(PREVIOUS)), List.of(Secret.of(RETIRED))));
    }

    private static Report of(RunSettings settings, String... patterns) {
        List<Scenario> scenarios =
                new Selection(Optional.of(Profile.DEFAULT), List.of(patterns), List.of()).from(Suite.scenarios());
        try (Session session = Session.open(settings)) {
            return session.run("selection", scenarios, RunListener.SILENT);
        }
    }

    /** One line for each result with that outcome: its id, and why. */
    static List<String> lines(Report report, Outcome outcome) {
        return report.with(outcome).stream()
                .map(result -> result.scenario().id() + " " + result.reason()
                        + result.facts().stream()
                                .map(fact -> fact.key() + ": " + fact.value())
                                .collect(Collectors.joining("; ")))
                .toList();
    }

    static List<String> ids(Report report, Outcome outcome) {
        return report.with(outcome).stream()
                .map(result -> result.scenario().id())
                .toList();
    }
}
