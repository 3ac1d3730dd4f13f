package io.statuspulse.conformance.waiver;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Known failures laid over the results of one day. Immutable; it changes nothing that it is given.
 *
 * <p>What is known to fail and failed is {@link Outcome#WAIVED}, at any level; what is known to fail and passed is
 * {@link Outcome#STALE_WAIVER}. After its last day an entry waives nothing: a failure counts again, and what would only
 * warn or passes is {@link Outcome#STALE_WAIVER}. What is inconclusive, not applicable or not scored, or was answered
 * rightly while the effects that it is about were not observed, stays as it is. The facts of a result tell of its entry.
 *
 * <p>Of a shard's report ({@link Report#shard}) nothing is stale that other shards judge too.
 */
public final class Overlay {
    private final Decisions decisions;
    private final LocalDate today;

    Overlay(Decisions decisions, LocalDate today) {
        this.decisions = decisions;
        this.today = today;
    }

    /**
     * Returns the result with the entry for its scenario laid over it.
     *
     * <p>Where the entry is a glob that decides on several scenarios, one of them cannot tell whether it is stale: what
     * passed stays as it is, and {@link #stale} tells when all are run.
     *
     * @param result one that no overlay was applied to
     */
    public Result apply(Result result) {
        return decisions
                .entryFor(result.scenario())
                .map(entry -> waiving(entry)
                        .of(result, decidesOnSeveral(entry) ? Standing.IN_FORCE : standing(entry, List.of(result))))
                .orElse(result);
    }

    /**
     * Returns the results with all entries laid over them, globs too. What was inconclusive because a delivery was accepted
     * that had to be rejected first is not applicable where a scenario is waived for accepting just that delivery.
     *
     * @param results of one run, none of which an overlay was applied to
     */
    public List<Result> apply(List<Result> results) {
        return apply(results, /* part= */ false);
    }

    private List<Result> apply(List<Result> results, boolean part) {
        Map<Entry, List<Result>> decided = byEntry(results);
        Set<Entry> told = new HashSet<>();
        List<Result> overlaid = new ArrayList<>();
        for (Result result : results) {
            Optional<Entry> entry = decisions.entryFor(result.scenario());
            overlaid.add(entry.map(e -> apply(result, e, decided.getOrDefault(e, List.of()), told, part))
                    .orElse(result));
        }
        Unasked unasked = new Unasked(overlaid, waivedElsewhere(results));
        return overlaid.stream().map(unasked::of).toList();
    }

    /**
     * Returns the report with its results overlaid, and without the findings of which everything that they explain is
     * waived.
     *
     * @param report one that no overlay was applied to
     */
    public Report apply(Report report) {
        List<Result> results = apply(report.results(), report.shard().isPresent());
        return report.with(
                results,
                report.diagnosis().stream()
                        .filter(finding -> !isWaived(finding, results))
                        .toList());
    }

    private List<Scenario> waivedElsewhere(Collection<Result> results) {
        Set<String> run = results.stream().map(result -> result.scenario().id()).collect(Collectors.toSet());
        return decisions.scenarios().stream()
                .filter(scenario -> !run.contains(scenario.id()))
                .filter(scenario ->
                        decisions.entryFor(scenario).filter(e -> !hasExpired(e)).isPresent())
                .toList();
    }

    private Result apply(Result result, Entry entry, List<Result> decided, Set<Entry> told, boolean part) {
        Standing standing = part ? standingInPart(entry, decided) : standing(entry, decided);
        if (standing == Standing.OPEN && result.outcome() == Outcome.PASSED && told.add(entry)) {
            return waiving(entry)
                    .open(
                            result,
                            count(decided, Sight.PASSES),
                            decisions.idsOf(entry).size());
        }
        return waiving(entry).of(result, standing);
    }

    /**
     * Returns a sentence for each stale entry of those that decide on several scenarios: what {@link #apply(Result)} could
     * not tell.
     *
     * @param results everything that was run, overlaid or not
     */
    public List<String> stale(Collection<Result> results) {
        Map<Entry, List<Result>> decided = byEntry(results);
        return decided.entrySet().stream()
                .filter(entry -> decidesOnSeveral(entry.getKey()))
                .filter(entry -> standing(entry.getKey(), entry.getValue()) == Standing.STALE)
                .map(entry -> waiving(entry.getKey()).stale())
                .toList();
    }

    /**
     * Returns the entries of whose scenarios none was run: that is neither stale nor wrong.
     *
     * @param results everything that was run, overlaid or not
     */
    public List<KnownFailure> notRun(Collection<Result> results) {
        Set<Entry> run = byEntry(results).keySet();
        return decisions.entries().stream()
                .filter(entry -> !run.contains(entry))
                .map(Entry::failure)
                .toList();
    }

    private Standing standing(Entry entry, Collection<Result> decided) {
        long passed = count(decided, Sight.PASSES);
        if (passed == 0 || count(decided, Sight.FAILS) > 0) {
            return Standing.IN_FORCE;
        }
        boolean allSeen = passed == decisions.idsOf(entry).size();
        return allSeen || hasExpired(entry) ? Standing.STALE : Standing.OPEN;
    }

    /** What is judged by all answers of a run may have failed by those of another shard. */
    private Standing standingInPart(Entry entry, Collection<Result> decided) {
        Standing standing = standing(entry, decided);
        boolean judgedElsewhereToo =
                decided.stream().anyMatch(result -> result.scenario().expect().isJudgedByEverything());
        return standing == Standing.STALE && judgedElsewhereToo ? Standing.OPEN : standing;
    }

    private static long count(Collection<Result> results, Sight sight) {
        return results.stream().filter(result -> Sight.of(result) == sight).count();
    }

    private boolean decidesOnSeveral(Entry entry) {
        return decisions.idsOf(entry).size() > 1;
    }

    private boolean hasExpired(Entry entry) {
        return entry.failure().hasExpired(today);
    }

    private Waiving waiving(Entry entry) {
        return new Waiving(entry, hasExpired(entry));
    }

    private Map<Entry, List<Result>> byEntry(Collection<Result> results) {
        return results.stream()
                .filter(result -> decisions.entryFor(result.scenario()).isPresent())
                .collect(Collectors.groupingBy(
                        result -> decisions.entryFor(result.scenario()).orElseThrow(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** Whether a finding explains something, and nothing that anybody still needs to know. */
    private static boolean isWaived(Finding finding, List<Result> results) {
        List<Result> explained = results.stream()
                .filter(result -> finding.explains().contains(result.scenario().id()))
                .toList();
        return !explained.isEmpty() && explained.stream().allMatch(result -> result.outcome() == Outcome.WAIVED);
    }
}
