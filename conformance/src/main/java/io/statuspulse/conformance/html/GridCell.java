package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.recorded.SideBySide;
import io.statuspulse.conformance.verdict.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of one scenario in one run.
 *
 * @param mark the outcome; empty where it was not run
 * @param facts what says so, where it went wrong
 */
record GridCell(Optional<Mark> mark, List<FactView> facts) {
    private static final Set<Outcome> WRONG =
            Set.of(Outcome.FAILED, Outcome.STALE_WAIVER, Outcome.WARNED, Outcome.INCONCLUSIVE);

    /** What was expected stands in the title. */
    private static final Set<String> TELLING =
            Set.of("reason", "edit", "actual", "effect", "observed", "waiver", "waiver-over");

    private static final int MOST_FACTS = 4;

    /** How many bytes of the page are for facts, however many cells there are, and what each takes beside its value. */
    private static final int ROOM = 600_000;

    private static final int MARKUP = 80;
    private static final int LEAST = 40;
    private static final int MOST = 400;

    static GridCell of(Optional<RecordedResult> result, int mostOfAFact) {
        return new GridCell(
                result.map(RecordedResult::outcome).map(Mark::of),
                result.filter(GridCell::isWrong).map(RecordedResult::facts).orElse(List.of()).stream()
                        .filter(fact -> TELLING.contains(fact.key()))
                        .limit(MOST_FACTS)
                        .map(fact -> FactView.of(List.of(fact), mostOfAFact).get(0))
                        .toList());
    }

    static boolean isWrong(RecordedResult result) {
        return WRONG.contains(result.outcome());
    }

    /** Returns how much room there is for each fact, so that the page stays one that a browser opens at once. */
    static int mostOfAFact(SideBySide runs) {
        int wrong = (int) runs.columns().stream()
                .flatMap(run -> run.report().results().stream())
                .filter(GridCell::isWrong)
                .count();
        return Math.max(LEAST, Math.min(MOST, ROOM / (1 + wrong * MOST_FACTS) - MARKUP));
    }
}
