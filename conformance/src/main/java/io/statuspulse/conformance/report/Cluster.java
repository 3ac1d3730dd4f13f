package io.statuspulse.conformance.report;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Likeness;
import io.statuspulse.conformance.verdict.Result;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Results of which everything but what was sent is alike, so that it need be told once only.
 *
 * @param results at least one
 */
record Cluster(List<Result> results) {
    /** Returns the results in clusters, in the order of their first ones. */
    static List<Cluster> of(Collection<Result> results) {
        return by(r -> List.of(Likeness.of(r.reason()), Likeness.of(r.facts(), Set.of(Likeness.SENT))), results);
    }

    /** As {@link #of}, but what was expected may differ too. */
    static List<Cluster> byAnswer(Collection<Result> results) {
        return by(Cluster::answer, results);
    }

    private static List<Cluster> by(Function<Result, Object> key, Collection<Result> results) {
        return results.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Cluster::new)
                .toList();
    }

    /** What it has in common with those that got an answer like it. */
    static String answer(Result result) {
        return Likeness.ofAnswer(result.facts());
    }

    private static List<Fact> shared(Result result) {
        return result.facts().stream()
                .filter(fact -> !fact.key().equals(Likeness.SENT) && !fact.isAboutWaiver())
                .distinct()
                .toList();
    }

    /** What they have in common; of what is only alike, the first one's. */
    List<Fact> shared() {
        return shared(first());
    }

    /** All that was expected of them. */
    List<Fact> expected() {
        return results.stream()
                .flatMap(r -> r.facts().stream())
                .filter(fact -> fact.key().equals(Likeness.EXPECTED))
                .distinct()
                .toList();
    }

    /** What came of the first one. */
    List<Fact> seen() {
        return seen(first());
    }

    private static List<Fact> seen(Result result) {
        return shared(result).stream()
                .filter(fact ->
                        !fact.key().equals(Likeness.EXPECTED) && !fact.key().equals(Likeness.MORE))
                .toList();
    }

    /** What was sent for one of them, as far as the facts say. */
    static List<Fact> sent(Result result) {
        return result.facts().stream()
                .filter(fact -> fact.key().equals(Likeness.SENT))
                .toList();
    }

    Result first() {
        return results.get(0);
    }

    int size() {
        return results.size();
    }

    /** Returns whether there is one only. */
    boolean isSingle() {
        return size() == 1;
    }

    /** Returns whether what they have in common is the same to the letter. */
    boolean isSame() {
        return results.stream().allMatch(r -> r.reason().equals(first().reason()) && seen(r).equals(seen()));
    }

    /** Returns e.g. {@code signature/empty (MUST, REQ-SIG-2)} or {@code 3 scenarios (2 MUST)}. */
    String head() {
        if (isSingle()) {
            return Words.head(first().scenario());
        }
        long must =
                results.stream().filter(r -> r.scenario().level() == Level.MUST).count();
        return Words.scenarios(size()) + (must == 0 ? "" : " (" + must + " MUST)");
    }
}
