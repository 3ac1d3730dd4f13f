package io.statuspulse.conformance.recorded;

import io.statuspulse.conformance.recorded.Change.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of each scenario between two runs.
 *
 * @param before the earlier run
 * @param after the later run
 * @param changes one for each scenario of either run that is worth telling: in the order of the later run, and then those
 *     that only the earlier one ran
 */
public record Comparison(RecordedReport before, RecordedReport after, List<Change> changes) {

    public Comparison {
        changes = List.copyOf(changes);
    }

    /** Compares two runs scenario by scenario; what was fine and still is, is left out. */
    public static Comparison of(RecordedReport before, RecordedReport after) {
        Map<String, RecordedResult> left = new LinkedHashMap<>();
        before.results().forEach(result -> left.put(result.id(), result));
        List<Change> present = after.results().stream()
                .map(now -> Change.between(Optional.ofNullable(left.remove(now.id())), Optional.of(now)))
                .flatMap(Optional::stream)
                .toList();
        List<Change> gone = left.values().stream()
                .map(then -> Change.between(Optional.of(then), Optional.empty()))
                .flatMap(Optional::stream)
                .toList();
        return new Comparison(
                before, after, Stream.concat(present.stream(), gone.stream()).toList());
    }

    /** Returns the changes of that kind, in order. */
    public List<Change> of(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }

    /** Returns whether a scenario has another verdict than before, or was run only once. */
    public boolean differs() {
        return changes.stream().anyMatch(change -> change.kind() != Kind.STILL_FAILING);
    }

    /** Returns what got worse: a run that was green before it would not be green after it. */
    public List<Change> regressions() {
        return changes.stream().filter(Change::isRegression).toList();
    }
}
