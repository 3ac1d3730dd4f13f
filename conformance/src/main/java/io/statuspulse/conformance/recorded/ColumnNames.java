package io.statuspulse.conformance.recorded;

import io.statuspulse.conformance.recorded.Shards.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Names of runs that stand beside each other. */
final class ColumnNames {
    private ColumnNames() {}

    /** Returns the shortest names that tell all of them apart: URLs, names of files, whole paths, or numbered ones. */
    static List<String> of(List<Named> reports) {
        return Stream.<Function<Named, String>>of(
                        named -> named.report().target(), named -> fileName(named.name()), Named::name)
                .map(naming -> reports.stream().map(naming).toList())
                .filter(names -> new HashSet<>(names).size() == names.size())
                .findFirst()
                .orElseGet(() -> numbered(reports.stream().map(Named::name).toList()));
    }

    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static List<String> numbered(List<String> names) {
        List<String> numbered = new ArrayList<>();
        for (String name : names) {
            numbered.add((numbered.size() + 1) + ": " + name);
        }
        return numbered;
    }
}
