package io.statuspulse.conformance.recorded;

import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run as its report.json tells it, format version 1: everything is shown as it stands there, nothing is confidential.
 *
 * @param kit what wrote it
 * @param target the receiver's URL
 * @param seed the number that the run's randomness was made from
 * @param startedAt when it began
 * @param durationMs how long it took, in milliseconds
 * @param profile the name of the selection
 * @param interrupted whether it was ended before it was through, so that this is the part that there is
 * @param effects {@code observed} or {@code not-observed}
 * @param results in the order of the catalogue
 * @param diagnosis what explains many results at once; may be empty
 */
public record RecordedReport(
        RecordedKit kit,
        String target,
        long seed,
        Instant startedAt,
        BigDecimal durationMs,
        String profile,
        boolean interrupted,
        String effects,
        List<RecordedResult> results,
        List<Finding> diagnosis) {

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
