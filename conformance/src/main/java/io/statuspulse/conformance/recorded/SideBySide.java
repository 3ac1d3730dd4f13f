package io.statuspulse.conformance.recorded;

import io.statuspulse.conformance.scenario.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several runs beside each other, scenario by scenario.
 *
 * @param columns the runs, in the order in which they were given
 * @param areas the scenarios of any run, by area
 */
public record SideBySide(List<Column> columns, List<Area> areas) {

    public SideBySide {
        columns = List.copyOf(columns);
        areas = List.copyOf(areas);
    }

    /**
     * One run.
     *
     * @param name unlike that of every other: the receiver's URL where those are, otherwise the file's name
     * @param report what it says
     */
    public record Column(String name, RecordedReport report) {}

    /**
     * The scenarios of an area.
     *
     * @param name its name
     * @param rows in the order of the first run that has them
     */
    public record Area(String name, List<Row> rows) {
        public Area {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What came of one scenario.
     *
     * @param id its id
     * @param cells one for each column; empty where it was not run
     */
    public record Row(String id, List<Optional<RecordedResult>> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** The first result that there is. */
        public RecordedResult first() {
            return cells.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        }

        /** How much it binds, and what holds where it passes: as the first run that has it says. */
        public Level level() {
            return first().level();
        }

        /** Returns whether runs came to another verdict, or some of them to none. */
        public boolean differs() {
            return cells.stream()
                            .map(cell -> cell.map(RecordedResult::outcome))
                            .distinct()
                            .count()
                    > 1;
        }
    }

    /**
     * Puts reports beside each other.
     *
     * @param reports at least one, and what each is called where its receiver's URL does not tell it from others
     */
    public static SideBySide of(List<Shards.Named> reports) {
        List<Map<String, RecordedResult>> byId = reports.stream()
                .map(named -> {
                    Map<String, RecordedResult> results = new HashMap<>();
                    named.report().results().forEach(result -> results.put(result.id(), result));
                    return results;
                })
                .toList();
        Map<String, List<Row>> areas = new LinkedHashMap<>();
        for (String id : order(reports)) {
            Row row = new Row(
                    id,
                    byId.stream()
                            .map(results -> Optional.ofNullable(results.get(id)))
                            .toList());
            areas.computeIfAbsent(row.first().area(), area -> new ArrayList<>()).add(row);
        }
        List<String> names = ColumnNames.of(reports);
        List<Column> columns = new ArrayList<>();
        for (Shards.Named named : reports) {
            columns.add(new Column(names.get(columns.size()), named.report()));
        }
        return new SideBySide(
                columns,
                areas.entrySet().stream()
                        .map(area -> new Area(area.getKey(), area.getValue()))
                        .toList());
    }

    /** Each run's own order: what the runs before have not comes after what is before it in its run. */
    private static List<String> order(List<Shards.Named> reports) {
        List<String> ids = new ArrayList<>();
        for (Shards.Named named : reports) {
            Map<String, Integer> known = new HashMap<>();
            for (String id : ids) {
                known.put(id, known.size());
            }
            int place = 0;
            int added = 0;
            for (RecordedResult result : named.report().results()) {
                Integer there = known.get(result.id());
                if (there == null) {
                    ids.add(place, result.id());
                    added++;
                    place++;
                } else {
                    place = Math.max(place, there + added + 1);
                }
            }
        }
        return ids;
    }

    /** Returns how many scenarios there are. */
    public int size() {
        return areas.stream().mapToInt(area -> area.rows().size()).sum();
    }

    /** Returns on how many of them the runs do not agree. */
    public int differences() {
        return (int) areas.stream()
                .flatMap(area -> area.rows().stream())
                .filter(Row::differs)
                .count();
    }

    /** Returns what must be kept in mind where runs are compared that are not alike; may be empty. */
    public List<String> remarks() {
        return Unlike.of(columns.stream().map(Column::report).toList());
    }
}
