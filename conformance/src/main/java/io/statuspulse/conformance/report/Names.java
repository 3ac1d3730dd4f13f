package io.statuspulse.conformance.report;

import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names scenarios in few words: an area of which all are meant is named as a glob that selects it. */
final class Names {
    /** Fewer are named one by one. */
    private static final int WORTH_A_GLOB = 3;

    private final Map<String, Long> inArea;

    Names(Report report) {
        inArea = report.results().stream()
                .collect(Collectors.groupingBy(r -> r.scenario().area(), Collectors.counting()));
    }

    /** Returns e.g. {@code signature/empty, signature/blank, all 12 of secret/*}. */
    String of(List<Result> results) {
        Map<String, List<Result>> byArea = results.stream()
                .collect(Collectors.groupingBy(r -> r.scenario().area(), LinkedHashMap::new, Collectors.toList()));
        List<String> names = new ArrayList<>();
        byArea.forEach((area, members) -> {
            if (members.size() >= WORTH_A_GLOB && members.size() == inArea.getOrDefault(area, 0L)) {
                names.add("all " + members.size() + " of " + area + "/*");
            } else {
                members.forEach(member -> names.add(member.scenario().id()));
            }
        });
        return String.join(", ", names);
    }
}
