package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.SideBySide;
import io.statuspulse.conformance.verdict.Shard;
import java.util.ArrayList;
import java.util.List;

/**
 * One run.
 *
 * @param number its place, from 1
 * @param name what tells it from the others
 * @param target the receiver
 * @param mark how it ended
 * @param sentence the same in one sentence
 * @param counts the outcomes
 * @param report what is told as it is
 */
record GridColumn(
        int number, Shown name, Shown target, Mark mark, Shown sentence, List<Count> counts, RecordedReport report) {
    private static final int MOST_NAME = 300;

    static List<GridColumn> of(List<SideBySide.Column> columns) {
        List<GridColumn> views = new ArrayList<>();
        for (SideBySide.Column column : columns) {
            RecordedReport report = column.report();
            views.add(new GridColumn(
                    views.size() + 1,
                    Shown.words(column.name(), MOST_NAME),
                    Shown.words(report.target(), MOST_NAME),
                    Mark.of(report.conclusion()),
                    Shown.words(report.sentence()),
                    Count.of(report.results()),
                    report));
        }
        return views;
    }

    String startedAt() {
        return PageView.time(report.startedAt());
    }

    /** What was run, and by what. */
    Shown circumstances() {
        return Shown.words("profile " + report.profile()
                + report.shard()
                        .map(Shard::label)
                        .map(label -> ", shard " + label)
                        .orElse("") + ", effects "
                + report.effects().replace('-', ' ') + ", kit " + report.kit().version()
                + (report.suite().isEmpty() ? "" : ", suite " + report.suite()));
    }
}
