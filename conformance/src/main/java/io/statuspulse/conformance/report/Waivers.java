package io.statuspulse.conformance.report;

import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words for scenarios that are known to fail, from the facts in which whoever waives a result tells why. */
final class Waivers {
    private Waivers() {}

    /** Returns why it is waived, until when and where to read on, as far as the result says so. */
    static String words(Result result) {
        return words(result.facts());
    }

    /** As {@link #words(Result)}, of a result with these facts. */
    static String words(List<Fact> facts) {
        String reason = fact(facts, Fact.WAIVER).orElse("known to fail");
        String more = Stream.of(
                        fact(facts, Fact.WAIVER_EXPIRES).map(day -> "until " + day), fact(facts, Fact.WAIVER_LINK))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return more.isEmpty() ? reason : reason + " (" + more + ")";
    }

    /** Returns why its waiver holds no more and what to do about it; empty where it holds, or there is none. */
    static Optional<String> over(List<Fact> facts) {
        return fact(facts, Fact.WAIVER_OVER);
    }

    /** As {@link #over}, of a result whose waiver holds no more. */
    static String overOrPlain(List<Fact> facts) {
        return over(facts).orElse("it is waived, but it passed: take its waiver out");
    }

    /** Returns what is wrong with a waiver as a sentence of its own. */
    static String sentence(Result result) {
        String words = overOrPlain(result.facts());
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    /** Returns what failed after the last day of its waiver, whatever its level. */
    static List<Result> expired(Report report) {
        return report.results().stream().filter(Waivers::isExpiredFailure).toList();
    }

    /** Returns those of {@link #expired} that fail the run for no other reason. */
    static List<Result> warnings(Report report) {
        return expired(report).stream()
                .filter(result -> result.outcome() == Outcome.STALE_WAIVER)
                .toList();
    }

    /** Returns what is waived and did not fail. */
    static List<Result> stale(Report report) {
        return report.with(Outcome.STALE_WAIVER).stream()
                .filter(result -> !isExpiredFailure(result))
                .toList();
    }

    private static boolean isExpiredFailure(Result result) {
        return result.verdict() instanceof Verdict.Failed
                && over(result.facts()).isPresent();
    }

    /** Returns the results of each entry together, in the order of their first ones. */
    static List<Cluster> byEntry(Collection<Result> results) {
        return results.stream()
                .collect(Collectors.groupingBy(
                        result -> fact(result.facts(), Fact.WAIVER_ENTRY)
                                .orElse(result.scenario().id()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(Cluster::new)
                .toList();
    }

    /** Returns what a result tells beside its waiver. */
    static List<Fact> others(Result result) {
        return others(result.facts());
    }

    /** As {@link #others(Result)}, of a result with these facts. */
    static List<Fact> others(List<Fact> facts) {
        return facts.stream().filter(fact -> !fact.isAboutWaiver()).toList();
    }

    private static Optional<String> fact(List<Fact> facts, String key) {
        return facts.stream()
                .filter(fact -> fact.key().equals(key))
                .map(Fact::value)
                .findFirst();
    }
}
