package io.statuspulse.cli;

import io.statuspulse.conformance.recorded.Change;
import io.statuspulse.conformance.recorded.Comparison;
import io.statuspulse.conformance.recorded.RecordedReport;

/**
 * An earlier run.
 *
 * @param before what it reported
 * @param onlyRegressions whether only what got worse since fails a run
 */
record Baseline(RecordedReport before, boolean onlyRegressions) {

    /** Compares a run with it; of a shard, with what it had of those scenarios. */
    Comparison with(RecordedReport now) {
        return Comparison.of(now.shard().isPresent() ? before.only(now) : before, now);
    }

    /**
     * Returns what a run exits with: as without a baseline, or 1 only where something fails newly, and 3 where not all that
     * must hold could be judged.
     */
    ExitCode exitCode(Comparison comparison, ExitCode usual) {
        if (!onlyRegressions) {
            return usual;
        }
        if (!comparison.of(Change.Kind.NEWLY_FAILING).isEmpty()) {
            return ExitCode.FAILED;
        }
        return comparison.after().isComplete() ? ExitCode.OK : ExitCode.COULD_NOT_RUN;
    }
}
