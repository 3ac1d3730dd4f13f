package io.statuspulse.junit;

import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verifier.Vectors;
import io.statuspulse.conformance.verifier.VerifierRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** One family of vectors as a test. */
final class VerifierTest {
    private static final int MOST_SHOWN = 10;

    private VerifierTest() {}

    /** Read when the first test runs. */
    private static final class Families {
        private static final Map<String, Vectors.Family> BY_ID = Vectors.bundled().families().stream()
                .collect(Collectors.toUnmodifiableMap(Vectors.Family::id, Function.identity()));
    }

    /** Judges that family: returns where it holds, and throws otherwise. */
    static void check(VerifierProvider provider, String family, TestReporter reporter) {
        Vectors.Family vectors = Families.BY_ID.get(family);
        if (vectors == null) {
            throw new IllegalArgumentException(family + " is no family of the vectors of this version of the kit");
        }
        Report report = VerifierRun.of(provider::verifier)
                .strict(provider.strict())
                .judge(vectors.vectors(), family, RunListener.SILENT)
                .report();
        List<Result> failed = report.with(Outcome.FAILED);
        List<Result> inconclusive = report.with(Outcome.INCONCLUSIVE);
        if (!failed.isEmpty()) {
            throw new AssertionFailedError(message("FAILED", vectors, failed));
        }
        if (!inconclusive.isEmpty()) {
            throw new AssertionFailedError(message("INCONCLUSIVE", vectors, inconclusive));
        }
        if (report.count(Outcome.WARNED) > 0) {
            throw new TestAbortedException(message("WARNED", vectors, report.with(Outcome.WARNED)));
        }
        report.results().forEach(result -> publish(result, reporter));
    }

    private static void publish(Result result, TestReporter reporter) {
        result.facts().stream()
                .filter(fact -> fact.key().equals(Fact.POLICY))
                .forEach(fact -> reporter.publishEntry(result.scenario().id(), fact.value()));
    }

    private static String message(String word, Vectors.Family family, List<Result> results) {
        List<String> lines = new ArrayList<>();
        lines.add(word + " " + family.id() + ": " + results.size() + " of "
                + family.vectors().scenarios().size() + (results.size() == 1 ? " vector" : " vectors"));
        results.stream().limit(MOST_SHOWN).forEach(result -> lines.addAll(lines(result)));
        if (results.size() > MOST_SHOWN) {
            lines.add("  and " + (results.size() - MOST_SHOWN) + " more");
        }
        Scenario first = results.get(0).scenario();
        lines.add("  requirement  " + first.requirement().words());
        lines.add("  why          " + first.why());
        lines.add("  mend         " + first.mend().java());
        return String.join("\n", lines);
    }

    private static List<String> lines(Result result) {
        Scenario scenario = result.scenario();
        String seen = result.reason().isEmpty()
                ? result.facts().stream()
                        .filter(fact -> !fact.key().equals("flags"))
                        .map(fact -> fact.key() + " " + fact.value())
                        .collect(Collectors.joining(", "))
                : result.reason();
        return List.of(
                "  " + scenario.id() + " (" + scenario.level() + ", "
                        + scenario.requirement().id() + ") " + scenario.title(),
                "    " + seen);
    }
}
