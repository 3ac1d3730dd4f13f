package io.statuspulse.conformance.recorded;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.RunAgain;
import io.statuspulse.conformance.verdict.Shard;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One run as its report.json tells it, format version 1: everything is shown as it stands there, nothing is confidential.
 *
 * @param kit what wrote it
 * @param suite the version of the suite whose scenarios were run; empty where the report has none
 * @param target the receiver's URL
 * @param seed the number that the run's randomness was made from
 * @param startedAt when it began
 * @param durationMs how long it took, in milliseconds
 * @param profile the name of the selection
 * @param interrupted whether it was ended before it was through, so that this is the part that there is
 * @param effects {@code observed} or {@code not-observed}
 * @param results in the order of the catalogue
 * @param diagnosis what explains many results at once; may be empty
 * @param shard which part of a run this is; empty where it is the whole
 * @param again how its scenarios are run again
 */
public record RecordedReport(
        RecordedKit kit,
        String suite,
        String target,
        long seed,
        Instant startedAt,
        BigDecimal durationMs,
        String profile,
        boolean interrupted,
        String effects,
        List<RecordedResult> results,
        List<Finding> diagnosis,
        Optional<Shard> shard,
        RunAgain again) {

    /** The findings that stand for {@link Report#unreachable}. */
    private static final Set<String> SILENCES = Set.of("not-judged-behind-tls", "stopped-answering", "unreachable");

    public RecordedReport {
        results = List.copyOf(results);
        diagnosis = List.copyOf(diagnosis);
    }

    /** Returns the result of that scenario; empty where it was not run. */
    public Optional<RecordedResult> result(String id) {
        return results.stream().filter(result -> result.id().equals(id)).findFirst();
    }

    public int count(Outcome outcome) {
        return (int) results.stream().filter(r -> r.outcome() == outcome).count();
    }

    /** Returns the results of that outcome, in order. */
    public List<RecordedResult> with(Outcome outcome) {
        return results.stream().filter(r -> r.outcome() == outcome).toList();
    }

    /** Returns how the run ended, as {@link Report#conclusion} has it. */
    public Conclusion conclusion() {
        if (count(Outcome.FAILED) + count(Outcome.STALE_WAIVER) > 0) {
            return Conclusion.FAILED;
        }
        return isComplete() ? Conclusion.PASSED : Conclusion.INCOMPLETE;
    }

    /** Returns whether it was run to its end, something was judged, and all that must hold was. */
    public boolean isComplete() {
        boolean inconclusiveMust = with(Outcome.INCONCLUSIVE).stream().anyMatch(result -> result.level() == Level.MUST);
        boolean judgedSomething = results.stream()
                .anyMatch(result -> result.isScored()
                        && result.outcome() != Outcome.NOT_APPLICABLE
                        && result.outcome() != Outcome.INCONCLUSIVE);
        return !interrupted && silence().isEmpty() && !inconclusiveMust && judgedSomething;
    }

    /** Returns it with nothing but the results of scenarios that were run there, too. */
    public RecordedReport only(RecordedReport other) {
        Set<String> ids = other.results.stream().map(RecordedResult::id).collect(Collectors.toSet());
        return new RecordedReport(
                kit,
                suite,
                target,
                seed,
                startedAt,
                durationMs,
                profile,
                interrupted,
                effects,
                results.stream().filter(result -> ids.contains(result.id())).toList(),
                diagnosis,
                shard,
                again);
    }

    /** Returns one sentence that says how the run ended. */
    public String sentence() {
        return ConclusionWords.of(this);
    }

    /** Returns the finding that the receiver did not answer, or no longer; empty where it answered to the end. */
    public Optional<Finding> silence() {
        return diagnosis.stream()
                .filter(finding -> SILENCES.contains(finding.id()))
                .findFirst();
    }

    /** Whether what the receiver did could be seen, beside what it answered. */
    public boolean effectsObserved() {
        return effects.equals("observed");
    }

    /**
     * What wrote a report.
     *
     * @param name the kit's name
     * @param version its version
     */
    public record RecordedKit(String name, String version) {}
}
