package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.wire.Exchange;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The cases of a run, and which of them have been explained. */
final class Cases {
    /** What a rejected signature is answered with is seen on this one. */
    private static final String FORGED = "signature/wrong";

    private final List<Case> all;
    private final List<Case> failed;
    private final Set<String> explained = new HashSet<>();

    Cases(List<Result> results) {
        all = results.stream().map(Case::of).toList();
        failed = all.stream().filter(Case::failed).toList();
    }

    /** Returns the cases whose ids match any of the globs, in order. */
    List<Case> matching(Collection<String> globs) {
        return all.stream()
                .filter(one -> globs.stream().anyMatch(glob -> Glob.matches(glob, one.id())))
                .toList();
    }

    /** Returns those of them that failed and that no rule explains yet. */
    List<Case> open(Collection<String> globs) {
        return failed.stream()
                .filter(this::isOpen)
                .filter(one -> globs.stream().anyMatch(glob -> Glob.matches(glob, one.id())))
                .toList();
    }

    boolean isOpen(Case one) {
        return one.failed() && !explained.contains(one.id());
    }

    /** Returns what is left to explain. */
    List<Case> open() {
        return failed.stream().filter(Case::isToExplain).filter(this::isOpen).toList();
    }

    void explain(Collection<Case> some) {
        some.forEach(one -> explained.add(one.id()));
    }

    /** Returns whether it got a refusal that the wrong signature did not get: its signature cannot be the reason. */
    boolean isAnsweredUnlikeForgeries(Case one) {
        Set<Integer> forged = matching(List.of(FORGED)).stream()
                .flatMap(forgery -> forgery.refusals().stream())
                .collect(Collectors.toSet());
        return !forged.isEmpty() && !one.refusals().isEmpty() && Collections.disjoint(forged, one.refusals());
    }

    List<Exchange> exchanges() {
        return all.stream()
                .flatMap(one -> one.result().sent().stream())
                .map(Result.Sent::exchange)
                .toList();
    }
}
