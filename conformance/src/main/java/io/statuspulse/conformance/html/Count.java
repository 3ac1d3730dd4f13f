package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.verdict.Outcome;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * How many results had an outcome.
 *
 * @param mark the outcome
 * @param number at least 1
 * @param before how many were counted before it
 */
record Count(Mark mark, int number, int before) {

    /** Returns one for each outcome that there is, what wants to be looked at first. */
    static List<Count> of(Collection<RecordedResult> results) {
        int[] before = {0};
        return ORDER.stream()
                .map(outcome -> {
                    int number = (int) results.stream()
                            .filter(result -> result.outcome() == outcome)
                            .count();
                    before[0] += number;
                    return new Count(Mark.of(outcome), number, before[0] - number);
                })
                .filter(count -> count.number > 0)
                .toList();
    }

    private static final List<Outcome> ORDER = Arrays.asList(
            Outcome.FAILED,
            Outcome.STALE_WAIVER,
            Outcome.WARNED,
            Outcome.INCONCLUSIVE,
            Outcome.WAIVED,
            Outcome.OBSERVED,
            Outcome.NOT_APPLICABLE,
            Outcome.PASSED);
}
