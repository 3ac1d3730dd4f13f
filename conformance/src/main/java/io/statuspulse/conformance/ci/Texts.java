package io.statuspulse.conformance.ci;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.simulator.delivery.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of results in every format. */
final class Texts {
    private Texts() {}

    /** Returns what did not do as expected: what fails the run first, then warnings, each in the order of the report. */
    static List<RecordedResult> failures(RecordedReport report) {
        return report.results().stream()
                .filter(Texts::isFailure)
                .sorted((a, b) -> Boolean.compare(a.outcome() == Outcome.WARNED, b.outcome() == Outcome.WARNED))
                .toList();
    }

    /** What is waived is none, and of what a stale waiver names only what failed after its last day. */
    private static boolean isFailure(RecordedResult result) {
        return result.outcome() == Outcome.FAILED
                || result.outcome() == Outcome.WARNED
                || (result.outcome() == Outcome.STALE_WAIVER && result.failedAfterItsWaiver());
    }

    /** Returns what is waived and passed. */
    static List<RecordedResult> staleWaivers(RecordedReport report) {
        return report.with(Outcome.STALE_WAIVER).stream()
                .filter(result -> !isFailure(result))
                .toList();
    }

    /** Returns the findings that explain that scenario, in order. */
    static List<Finding> causes(RecordedReport report, String id) {
        return report.diagnosis().stream()
                .filter(finding -> finding.explains().contains(id))
                .toList();
    }

    /** Returns what was wanted and what came, on one line of at most that many characters. */
    static String difference(RecordedResult result, int most) {
        String facts = facts(result).stream()
                .map(fact -> fact.key() + ": " + fact.value())
                .collect(Collectors.joining("; "));
        return line(facts.isEmpty() ? result.title() : facts, most);
    }

    /** Returns what is told of the scenario itself, and not of its waiver. */
    static List<Fact> facts(RecordedResult result) {
        return result.facts().stream().filter(fact -> !fact.isAboutWaiver()).toList();
    }

    /** Returns a text on one line, what acts on a terminal or cannot be seen as escapes, and cut at that many characters. */
    static String line(String text, int most) {
        int[] beginning = text.codePoints().limit(most + 1L).toArray();
        String shown = new String(beginning, 0, Math.min(most, beginning.length));
        return Printable.decoded(shown) + (beginning.length > most ? "…" : "");
    }

    /** Returns e.g. {@code 1 scenario} or {@code 3 scenarios}. */
    static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
