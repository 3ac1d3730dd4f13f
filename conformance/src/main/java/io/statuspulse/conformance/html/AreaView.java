package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import java.util.List;
import java.util.Map;

/**
 * The scenarios of an area.
 *
 * @param name its name
 * @param counts their outcomes
 * @param scenarios in the order of the report
 */
record AreaView(String name, List<Count> counts, List<ScenarioView> scenarios) {

    static List<AreaView> of(RecordedReport report, List<FindingView> findings) {
        Map<String, List<ExchangeView>> exchanges = ExchangeViews.of(report);
        return report.results().stream()
                .map(RecordedResult::area)
                .distinct()
                .map(area -> {
                    List<RecordedResult> results = report.results().stream()
                            .filter(result -> result.area().equals(area))
                            .toList();
                    return new AreaView(
                            area,
                            Count.of(results),
                            results.stream()
                                    .map(result -> ScenarioView.of(
                                            report, result, findings, exchanges.getOrDefault(result.id(), List.of())))
                                    .toList());
                })
                .toList();
    }
}
