package io.statuspulse.servlet;

import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import java.util.List;
import java.util.stream.Collectors;

/** Runs of the default profile. */
final class Runs {
    private Runs() {}

    static Report of(InProcessReceiver receiver, Events events) {
        return run(receiver.settings(Verification.SECRET).effects(events::timesProcessed));
    }

    static Report unobserved(InProcessReceiver receiver) {
        return run(receiver.settings(Verification.SECRET));
    }

    private static Report run(RunSettings.Builder settings) {
        try (Session session = Session.open(settings.build())) {
            return session.run("default", Selection.of(Profile.DEFAULT).from(Suite.scenarios()), RunListener.SILENT);
        }
    }

    /** The ids of what failed or warned, with what came. */
    static List<String> killers(Report report) {
        return report.results().stream()
                .filter(r -> r.outcome() == Outcome.FAILED || r.outcome() == Outcome.WARNED)
                .map(r -> r.scenario().id())
                .toList();
    }

    static Outcome outcome(Report report, String id) {
        return result(report, id).outcome();
    }

    static String reason(Report report, String id) {
        return result(report, id).reason();
    }

    static String facts(Report report, String id) {
        return result(report, id).facts().stream()
                .map(fact -> fact.key() + ": " + fact.value())
                .collect(Collectors.joining("\n"));
    }

    private static Result result(Report report, String id) {
        return report.results().stream()
                .filter(r -> r.scenario().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
