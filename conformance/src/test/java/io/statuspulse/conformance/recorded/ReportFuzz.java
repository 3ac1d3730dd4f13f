package io.statuspulse.conformance.recorded;

import io.statuspulse.conformance.recorded.Shards.Named;
import io.statuspulse.conformance.report.ReportFormat;
import io.statuspulse.conformance.report.SideBySideText;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.fuzz.Claim;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

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
        }
        Claim.same(report, RecordedReports.read("report.json", input), () -> "another one the second time");
        Claim.same(report, writtenAndRead(report), () -> "another one when it was written again");
        besideItself(report);
        merged(report);
    }

    private static RecordedReport writtenAndRead(RecordedReport report) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            ReportFormat.JSON.write(report, json);
        } catch (IOException e) {
            throw new AssertionError("memory can be written to", e);
        }
        return RecordedReports.read("written", json.toByteArray());
    }

    private static void besideItself(RecordedReport report) {
        SideBySide runs = SideBySide.of(List.of(new Named("a", report), new Named("b", report)));
        Claim.same(report.results().size(), runs.size(), () -> "rows that are lost, or that nobody ran");
        Claim.same(0, runs.differences(), () -> "a report differs from itself");
        SideBySideText.render(runs, /* color= */ false)
                .lines()
                .forEach(line -> Claim.that(columns(line) <= 80, () -> "longer than a line: " + line));
    }

    /** At least so many: marks take none, and wide characters, of which this does not know, one more. */
    private static long columns(String line) {
        return line.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .filter(c -> Character.getType(c) != Character.ENCLOSING_MARK)
                .count();
    }

    /** Whatever calls itself a shard is joined to as many results as it says, or refused in one line. */
    private static void merged(RecordedReport report) {
        try {
            RecordedReport whole = Shards.merge(List.of(new Named("a", report)));
            Claim.same(report.results(), whole.results(), () -> "other results");
        } catch (IllegalArgumentException e) {
            Claim.oneLine(e.getMessage());
        }
    }
}
