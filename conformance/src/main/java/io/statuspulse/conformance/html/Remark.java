package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Likeness;
import io.statuspulse.conformance.verdict.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What neither passed nor failed, by what is said of it.
 *
 * @param mark the outcome
 * @param words why, or what was seen
 * @param members the scenarios of which it is said
 */
record Remark(Mark mark, Shown words, List<Reference> members) {

    static List<Remark> of(RecordedReport report) {
        return Stream.of(Outcome.INCONCLUSIVE, Outcome.NOT_APPLICABLE, Outcome.WAIVED, Outcome.OBSERVED, Outcome.PASSED)
                .flatMap(outcome -> of(outcome, report.with(outcome)))
                .toList();
    }

    private static Stream<Remark> of(Outcome outcome, List<RecordedResult> results) {
        return results.stream()
                .filter(result -> outcome != Outcome.PASSED || !words(result).isEmpty())
                .collect(Collectors.groupingBy(
                        result -> Likeness.of(words(result)), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(alike -> new Remark(
                        Mark.of(outcome),
                        Shown.words(words(alike.get(0))),
                        alike.stream().map(Reference::to).toList()));
    }

    private static String words(RecordedResult result) {
        return switch (result.outcome()) {
            case WAIVED -> result.facts("waiver").isEmpty() ? "known to fail" : facts(result, "waiver");
            case OBSERVED ->
                result.facts("observed").isEmpty()
                        ? "The answers are right, and effects were " + facts(result, Fact.EFFECTS)
                        : facts(result, "observed");
            case PASSED ->
                result.facts("observed").isEmpty()
                        ? facts(result, Fact.REPORTED)
                        : "Tolerated: answered 2xx where a 4xx is better";
            default -> facts(result, "reason");
        };
    }

    private static String facts(RecordedResult result, String key) {
        return String.join("; ", result.facts(key));
    }
}
