package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Likeness;
import io.statuspulse.conformance.verdict.Outcome;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What failed with the same answer, and no finding explains.
 *
 * @param mark the worst outcome among them
 * @param facts what was expected of them, and what came of the first one
 * @param mend the hint that most of them give
 * @param mended how many give it
 * @param members the scenarios
 */
record AnswerGroup(Mark mark, List<FactView> facts, List<Hint> mend, int mended, List<Reference> members) {
    private static final List<Outcome> WRONG = List.of(Outcome.FAILED, Outcome.STALE_WAIVER, Outcome.WARNED);

    static List<AnswerGroup> of(RecordedReport report) {
        Set<String> explained = report.diagnosis().stream()
                .map(Finding::explains)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return report.results().stream()
                .filter(result -> WRONG.contains(result.outcome()) && !explained.contains(result.id()))
                .collect(Collectors.groupingBy(
                        result -> result.outcome() + Likeness.ofAnswer(result.facts()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .sorted(Comparator.comparingInt(AnswerGroup::rank))
                .map(AnswerGroup::of)
                .toList();
    }

    private static int rank(List<RecordedResult> group) {
        return WRONG.indexOf(group.get(0).outcome());
    }

    private static AnswerGroup of(List<RecordedResult> results) {
        Map<List<Hint>, Long> hints = results.stream()
                .map(result -> Hint.of(result.mend()))
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        Map.Entry<List<Hint>, Long> usual =
                hints.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        boolean passed = results.get(0).outcome() == Outcome.STALE_WAIVER
                && !results.get(0).failedAfterItsWaiver();
        return new AnswerGroup(
                Mark.of(results.get(0).outcome()),
                FactView.of(facts(results)),
                passed ? Hint.of(Mend.anywhere("It is waived, but it passed: take its waiver out.")) : usual.getKey(),
                passed ? results.size() : usual.getValue().intValue(),
                results.stream().map(Reference::to).toList());
    }

    private static List<Fact> facts(List<RecordedResult> results) {
        if (results.size() == 1) {
            return results.get(0).facts();
        }
        List<Fact> expected = results.stream()
                .flatMap(result -> result.facts().stream())
                .filter(fact -> fact.key().equals(Likeness.EXPECTED))
                .distinct()
                .collect(Collectors.toList());
        results.get(0).facts().stream()
                .filter(fact ->
                        !Set.of(Likeness.EXPECTED, Likeness.SENT, Likeness.MORE).contains(fact.key()))
                .distinct()
                .forEach(expected::add);
        return expected;
    }
}
