package io.statuspulse.conformance.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** In what runs are not alike that stand beside each other, and what follows from it. */
final class Unlike {
    private Unlike() {}

    static List<String> of(List<RecordedReport> reports) {
        List<String> remarks = new ArrayList<>();
        differ(reports, report -> report.kit().version())
                .ifSo(versions -> remarks.add("Written by different versions of the kit (" + versions
                        + "): a scenario may be judged otherwise in one than in another."));
        differ(reports, RecordedReport::suite)
                .ifSo(suites -> remarks.add("Run with different versions of the suite (" + suites
                        + "): what one does not have was not run there."));
        differ(reports, RecordedReport::profile)
                .ifSo(profiles -> remarks.add("Different selections were run (" + profiles + ")."));
        differ(reports, RecordedReport::effects)
                .ifSo(effects -> remarks.add("What receivers did was observed in some runs only: where it was not, only"
                        + " answers were judged."));
        if (reports.stream().anyMatch(report -> report.shard().isPresent())) {
            remarks.add("Some are shards, which have a part of the scenarios: --merge joins those of one run.");
        }
        if (reports.stream().anyMatch(RecordedReport::interrupted)) {
            remarks.add("Some runs were ended before they were through.");
        }
        return List.copyOf(remarks);
    }

    private static Values differ(List<RecordedReport> reports, Function<RecordedReport, String> property) {
        return new Values(reports.stream().map(property).distinct().toList());
    }

    private record Values(List<String> distinct) {
        void ifSo(Consumer<String> remark) {
            if (distinct.size() > 1) {
                remark.accept(distinct.stream()
                        .map(value -> value.isEmpty() ? "unknown" : value)
                        .collect(Collectors.joining(", ")));
            }
        }
    }
}
