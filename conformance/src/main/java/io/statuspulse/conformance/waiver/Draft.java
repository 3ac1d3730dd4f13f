package io.statuspulse.conformance.waiver;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.delivery.Printable;
import java.util.List;

/** Writes a document of known failures for somebody to finish. */
final class Draft {
    private static final String BEGINNING = """
            # Known failures of a receiver: they go on being run, and do not fail a run as long as they fail.
            # Say in place of each TODO why it is lived with. To each entry may be added:
            #   link: https://tracker.example.com/42
            #   expires: 2030-01-31
            """;

    private Draft() {}

    static String of(Report report) {
        List<Result> failed = report.with(Outcome.FAILED);
        StringBuilder yaml = new StringBuilder(BEGINNING);
        yaml.append(failed.isEmpty() ? "knownFailures: []\n" : "knownFailures:\n");
        failed.forEach(result -> entry(yaml, result.scenario()));
        return yaml.toString();
    }

    /** Ids are made of letters, digits, dots, hyphens and one slash, which YAML takes for nothing but text. */
    private static void entry(StringBuilder yaml, Scenario scenario) {
        yaml.append("  # ")
                .append(Printable.decoded(scenario.title()))
                .append(" (")
                .append(scenario.level())
                .append(", ")
                .append(scenario.requirement().id())
                .append(")\n  - scenario: ")
                .append(scenario.id())
                .append("\n    reason: \"TODO: why this failure is lived with\"\n");
    }
}
