package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.scenario.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts by area and level.
 *
 * @param levels the columns
 * @param rows one for each area, in the order of the report; the last one, without a name, has the sums
 */
record Matrix(List<Level> levels, List<Row> rows) {

    /**
     * One area.
     *
     * @param area its name; empty for all of them
     * @param cells one for each level
     */
    record Row(String area, List<List<Count>> cells) {}

    static Matrix of(List<RecordedResult> results) {
        List<Level> levels = Arrays.stream(Level.values())
                .filter(level -> results.stream().anyMatch(result -> result.level() == level))
                .toList();
        List<Row> rows = new ArrayList<>();
        results.stream()
                .map(RecordedResult::area)
                .distinct()
                .forEach(area -> rows.add(row(
                        area,
                        levels,
                        results.stream()
                                .filter(result -> result.area().equals(area))
                                .toList())));
        rows.add(row("", levels, results));
        return new Matrix(levels, rows);
    }

    private static Row row(String area, List<Level> levels, List<RecordedResult> results) {
        return new Row(
                area,
                levels.stream()
                        .map(level -> Count.of(results.stream()
                                .filter(result -> result.level() == level)
                                .toList()))
                        .toList());
    }
}
