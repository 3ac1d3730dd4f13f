package io.statuspulse.conformance.recorded;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Shard;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Joins the reports of a run's shards into the one that the whole run would have given. */
public final class Shards {
    /** Judged by all answers of a run, so each shard has them, judged by its part. */
    private static final Set<String> EVERYWHERE = Arrays.stream(Expect.values())
            .filter(Expect::isJudgedByEverything)
            .map(Expect::label)
            .collect(Collectors.toSet());

    /** Of what shards saw of one scenario, the first of these is what the whole run would have seen. */
    private static final List<Outcome> WORST_FIRST = List.of(
            Outcome.FAILED,
            Outcome.STALE_WAIVER,
            Outcome.WAIVED,
            Outcome.WARNED,
            Outcome.INCONCLUSIVE,
            Outcome.PASSED,
            Outcome.OBSERVED,
            Outcome.NOT_APPLICABLE);

    private Shards() {}

    /**
     * A report, and what to call it.
     *
     * @param name what messages call it, e.g. the file's name
     * @param report what it says
     */
    public record Named(String name, RecordedReport report) {
        Shard shard() {
            return report.shard()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "'" + name + "' is no shard: it tells of a whole run, or of a merged one"));
        }
    }

    /**
     * Returns the whole run: results in the order of the suite, of what each shard judged the worst, findings joined by
     * their ids. It began with the first shard and took as long as all of them together; it was interrupted if one was,
     * and effects were observed if they were in each.
     *
     * @param parts the shards, in whatever order
     * @throws IllegalArgumentException if they are not all shards of one run, or not all of its shards; the message, of one
     *     line, names them
     */
    public static RecordedReport merge(List<Named> parts) {
        Belonging.require(parts);
        List<Named> shards = parts.stream()
                .sorted((a, b) -> Integer.compare(a.shard().index(), b.shard().index()))
                .toList();
        RecordedReport first = shards.get(0).report();
        List<RecordedReport> reports = shards.stream().map(Named::report).toList();
        List<RecordedResult> results = interleaved(reports);
        requireWhole(shards, results);
        return new RecordedReport(
                first.kit(),
                first.suite(),
                first.target(),
                first.seed(),
                reports.stream()
                        .map(RecordedReport::startedAt)
                        .min(Instant::compareTo)
                        .orElseThrow(),
                reports.stream().map(RecordedReport::durationMs).reduce(BigDecimal.ZERO, BigDecimal::add),
                first.profile(),
                reports.stream().anyMatch(RecordedReport::interrupted),
                reports.stream().allMatch(RecordedReport::effectsObserved) ? first.effects() : "not-observed",
                results,
                JoinedFindings.of(
                        reports, results.stream().map(RecordedResult::id).toList()),
                Optional.empty(),
                first.again());
    }

    private static List<RecordedResult> interleaved(List<RecordedReport> shards) {
        int count = shards.get(0).shard().orElseThrow().count();
        List<Deque<RecordedResult>> left = shards.stream()
                .<Deque<RecordedResult>>map(shard -> new ArrayDeque<>(shard.results()))
                .toList();
        List<RecordedResult> results = new ArrayList<>();
        while (left.stream().anyMatch(shard -> !shard.isEmpty())) {
            int turn = results.size() % count;
            Deque<RecordedResult> owner = turn < left.size() ? left.get(turn) : new ArrayDeque<>();
            if (isNextEverywhere(left)) {
                results.add(worst(left.stream().map(Deque::remove).toList()));
            } else if (owner.isEmpty()) {
                return List.of(); // They do not fit together, as is found out by what they were selected from.
            } else {
                results.add(owner.remove());
            }
        }
        return results;
    }

    private static boolean isNextEverywhere(List<Deque<RecordedResult>> left) {
        return left.stream()
                                .map(shard ->
                                        shard.isEmpty() ? "" : shard.getFirst().id())
                                .distinct()
                                .count()
                        == 1
                && EVERYWHERE.contains(left.get(0).getFirst().expect());
    }

    private static RecordedResult worst(List<RecordedResult> judged) {
        return judged.stream()
                .min((a, b) -> Integer.compare(WORST_FIRST.indexOf(a.outcome()), WORST_FIRST.indexOf(b.outcome())))
                .orElseThrow();
    }

    private static void requireWhole(List<Named> shards, List<RecordedResult> results) {
        Shard any = shards.get(0).shard();
        String digest = Shard.digest(results.stream().map(RecordedResult::id).toList());
        if (results.size() != any.selected() || !digest.equals(any.selection())) {
            throw new IllegalArgumentException("the scenarios in "
                    + shards.stream().map(shard -> "'" + shard.name() + "'").collect(Collectors.joining(", "))
                    + " are not the " + any.selected()
                    + " that were selected, each in its place: a report was changed");
        }
    }
}
