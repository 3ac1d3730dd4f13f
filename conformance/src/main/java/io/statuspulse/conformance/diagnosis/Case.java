package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One result, read for what rules ask.
 *
 * @param result the result
 * @param symptoms what was wrong; empty where nothing was
 */
record Case(Result result, Set<Symptom> symptoms) {
    private static final Set<Outcome> TO_EXPLAIN = Set.of(Outcome.FAILED, Outcome.WARNED);

    static Case of(Result result) {
        return new Case(result, Symptoms.of(result));
    }

    String id() {
        return result.scenario().id();
    }

    boolean failed() {
        return result.verdict() instanceof Verdict.Failed;
    }

    boolean held() {
        return result.verdict() instanceof Verdict.Passed;
    }

    boolean unclear() {
        return result.verdict() instanceof Verdict.Inconclusive;
    }

    /** Returns whether it failed and nobody said that it may. */
    boolean isToExplain() {
        return TO_EXPLAIN.contains(result.outcome());
    }

    boolean has(Collection<Symptom> some) {
        return failed() && symptoms.stream().anyMatch(some::contains);
    }

    /** The statuses of the client errors that its deliveries got. */
    Set<Integer> refusals() {
        return result.sent().stream()
                .filter(sent -> sent.role() == Result.Role.TRIAL)
                .map(sent -> sent.exchange().status())
                .filter(status -> status / 100 == 4)
                .collect(Collectors.toSet());
    }

    boolean hasRightDate() {
        return result.sent().stream().anyMatch(sent -> Dates.agrees(sent.exchange()));
    }

    /** What came back, in the words of the facts, and to what, where that is one of several; empty where they say nothing. */
    String seen() {
        Optional<String> answer = first(Set.of("actual", Symptoms.EFFECT, "afterwards"));
        Optional<String> sent = result.scenario().trials().size() > 1 ? first(Set.of("edit")) : Optional.empty();
        return Stream.of(sent, answer).flatMap(Optional::stream).collect(Collectors.joining(": "));
    }

    private Optional<String> first(Set<String> keys) {
        return result.facts().stream()
                .filter(fact -> keys.contains(fact.key()))
                .map(Fact::value)
                .findFirst();
    }
}
