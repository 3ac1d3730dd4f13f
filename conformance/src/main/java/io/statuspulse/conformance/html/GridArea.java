package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.SideBySide;
import io.statuspulse.conformance.scenario.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The scenarios of an area.
 *
 * @param name its name
 * @param sums the outcomes in it, for each run
 * @param rows one for each scenario
 */
record GridArea(String name, List<List<Count>> sums, List<Row> rows) {

    /**
     * One scenario.
     *
     * @param id its id
     * @param title what holds where it passes
     * @param level how much it binds
     * @param differs whether runs do not agree on it
     * @param wrong whether something went wrong in one
     * @param cells one for each run
     */
    record Row(String id, Shown title, Level level, boolean differs, boolean wrong, List<GridCell> cells) {
        static Row of(SideBySide.Row row, int mostOfAFact) {
            List<GridCell> cells = row.cells().stream()
                    .map(cell -> GridCell.of(cell, mostOfAFact))
                    .toList();
            return new Row(
                    row.id(),
                    Shown.words(row.first().title()),
                    row.level(),
                    row.differs(),
                    row.cells().stream().flatMap(Optional::stream).anyMatch(GridCell::isWrong),
                    cells);
        }
    }

    static GridArea of(SideBySide.Area area, int mostOfAFact) {
        int columns = area.rows().get(0).cells().size();
        return new GridArea(
                area.name(),
                IntStream.range(0, columns)
                        .mapToObj(column -> Count.of(area.rows().stream()
                                .map(row -> row.cells().get(column))
                                .flatMap(Optional::stream)
                                .toList()))
                        .toList(),
                area.rows().stream().map(row -> Row.of(row, mostOfAFact)).toList());
    }
}
