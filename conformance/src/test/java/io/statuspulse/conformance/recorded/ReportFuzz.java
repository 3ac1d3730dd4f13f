package io.statuspulse.conformance.recorded;

import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.fuzz.Claim;
import java.util.Arrays;

/** A report.json of whatever bytes is read whole, or refused in one line; never another exception. */
public final class ReportFuzz {
    private ReportFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        RecordedReport report;
        try {
            report = RecordedReports.read("report.json", input);
        } catch (UnreadableReportException e) {
            Claim.oneLine(e.getMessage());
            return;
        }
        int counted = Arrays.stream(Outcome.values()).mapToInt(report::count).sum();
        Claim.same(report.results().size(), counted, () -> "results that have no outcome");
        for (RecordedResult result : report.results()) {
            Claim.same(result, report.result(result.id()).orElseThrow(), () -> "not found by its id: " + result);
            Claim.that(!result.area().isEmpty(), () -> "no area: " + result.id());
            result.exchanges().forEach(exchange -> {
                exchange.request().body();
                exchange.request().wire();
            });
            Claim.that(!result.mend().java().contains("null"), () -> "no hint is no word: " + result.mend());
        }
        Claim.same(report, RecordedReports.read("report.json", input), () -> "another one the second time");
    }
}
