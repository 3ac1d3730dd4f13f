package io.statuspulse.conformance.recorded;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import java.util.Optional;

/**
 * What became of one scenario.
 *
 * @param kind the kind of change
 * @param before its earlier result; empty where it was not run then
 * @param after its later result; empty where it was not run then
 */
public record Change(Kind kind, Optional<RecordedResult> before, Optional<RecordedResult> after) {

    /** Kinds of change, the worst first. */
    public enum Kind {
        /** It failed, and did not before. */
        NEWLY_FAILING,
        /** It failed both times. */
        STILL_FAILING,
        /** It proves nothing any more, and did before. */
        NEWLY_INCONCLUSIVE,
        /** It has another verdict, and neither of the two is a failure. */
        OTHERWISE,
        /** It failed before, and passed or was recorded now. */
        NEWLY_PASSING,
        /** It failed before, and is waived, a warning, not scored or not applicable now. */
        NO_LONGER_FAILING,
        /** It was not run before. */
        ADDED,
        /** It was run before, and is not now. */
        NO_LONGER_RUN
    }

    /** Returns what changed between two results of one scenario; empty where nothing is worth telling. */
    static Optional<Change> between(Optional<RecordedResult> before, Optional<RecordedResult> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.of(new Change(before.isEmpty() ? Kind.ADDED : Kind.NO_LONGER_RUN, before, after));
        }
        Outcome then = before.get().outcome();
        Outcome now = after.get().outcome();
        if (then == now && !isFailure(now)) {
            return Optional.empty();
        }
        Kind kind = kind(then, now);
        // What a run did not score may fail as before.
        boolean unscored = !after.get().facts(Fact.UNSCORED).isEmpty();
        return Optional.of(
                new Change(kind == Kind.NEWLY_PASSING && unscored ? Kind.NO_LONGER_FAILING : kind, before, after));
    }

    private static Kind kind(Outcome then, Outcome now) {
        if (isFailure(now)) {
            return isFailure(then) ? Kind.STILL_FAILING : Kind.NEWLY_FAILING;
        }
        if (now == Outcome.INCONCLUSIVE) {
            return Kind.NEWLY_INCONCLUSIVE;
        }
        if (!isFailure(then)) {
            return Kind.OTHERWISE;
        }
        return now == Outcome.PASSED || now == Outcome.OBSERVED ? Kind.NEWLY_PASSING : Kind.NO_LONGER_FAILING;
    }

    private static boolean isFailure(Outcome outcome) {
        return outcome == Outcome.FAILED || outcome == Outcome.STALE_WAIVER;
    }

    /** The later result where there is one, otherwise the earlier. */
    public RecordedResult latest() {
        return after.or(() -> before).orElseThrow();
    }

    /** Returns whether it turns a run that was green: a new failure, or a MUST that proves nothing any more. */
    public boolean isRegression() {
        return kind == Kind.NEWLY_FAILING
                || (kind == Kind.NEWLY_INCONCLUSIVE && latest().level() == Level.MUST && !failedBefore());
    }

    private boolean failedBefore() {
        return before.filter(result -> isFailure(result.outcome())).isPresent();
    }
}
