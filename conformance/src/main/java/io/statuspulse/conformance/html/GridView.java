package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.SideBySide;
import io.statuspulse.conformance.verdict.Outcome;
import java.util.Arrays;
import java.util.List;

/**
 * All that is on the page of several runs.
 *
 * @param runs what is told as it is
 * @param columns the runs
 * @param remarks what must be kept in mind where they are compared
 * @param legend the outcomes that there are
 * @param areas the scenarios
 * @param style the style sheet
 * @param script the script
 */
record GridView(
        SideBySide runs,
        List<GridColumn> columns,
        List<Shown> remarks,
        List<Mark> legend,
        List<GridArea> areas,
        Inline style,
        Inline script) {
    private static final int COMPACT = 5;

    static GridView of(SideBySide runs) {
        int most = GridCell.mostOfAFact(runs);
        return new GridView(
                runs,
                GridColumn.of(runs.columns()),
                runs.remarks().stream().map(Shown::words).toList(),
                Arrays.stream(Outcome.values())
                        .filter(outcome -> runs.columns().stream()
                                .anyMatch(run -> run.report().count(outcome) > 0))
                        .map(Mark::of)
                        .toList(),
                runs.areas().stream().map(area -> GridArea.of(area, most)).toList(),
                Inline.of("report.css", "grid.css"),
                Inline.of("filters.js", "grid.js"));
    }

    String policy() {
        return Pages.policy(script, style);
    }

    /** The worst of how runs ended. */
    Mark mark() {
        return columns.stream()
                .map(GridColumn::mark)
                .max((a, b) -> Integer.compare(ENDINGS.indexOf(a.style()), ENDINGS.indexOf(b.style())))
                .orElseThrow();
    }

    private static final List<String> ENDINGS = List.of("passed", "inconclusive", "failed");

    /** Whether cells must be narrow for the table to fit on a screen. */
    boolean compact() {
        return columns.size() > COMPACT;
    }
}
