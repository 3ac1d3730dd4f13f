package io.statuspulse.cli;

import io.statuspulse.conformance.recorded.Comparison;
import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.report.BriefReport;
import io.statuspulse.conformance.report.ComparisonText;
import io.statuspulse.conformance.report.ReportFormat;
import io.statuspulse.conformance.report.TextReport;
import io.statuspulse.conformance.report.Transcript;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.waiver.KnownFailures;
import io.statuspulse.conformance.waiver.Overlay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells what comes of a run, on standard output what was asked for and nothing else.
 *
 * @param format for whom standard output is
 * @param draft whether it is for a draft of known failures instead, and the report for standard error
 */
record Telling(Io io, OutputFormat format, Amount amount, boolean draft) {

    /** How much. */
    enum Amount {
        /** How it ended, and because of which scenarios. */
        LITTLE,
        USUAL,
        /** What was sent and came back, too. */
        ALL
    }

    /** Returns what shows how far the run is. */
    Progress progress(List<Scenario> scenarios, Overlay known) {
        return amount == Amount.LITTLE ? Progress.none(io) : Progress.of(io, scenarios, known::apply);
    }

    /** Tells of a run. */
    void report(Recorded run) {
        Report report = run.report();
        if (draft) {
            text(io.err(), report, io.errorColor());
            io.err().flush();
            io.out().print(KnownFailures.draft(report));
        } else if (format == OutputFormat.JSON) {
            json(run.recording());
        } else {
            text(io.out(), report, io.color());
        }
        io.out().flush();
    }

    /** Tells of a run that could not judge anything: people are told why in a line, but programs get their report. */
    void unjudged(Recorded run) {
        if (format == OutputFormat.JSON) {
            report(run);
        }
    }

    /** Tells how a receiver fared that was started for the run. */
    void receiver(UnderTest receiver, Report report, boolean well) {
        boolean beside = draft || format == OutputFormat.JSON || amount == Amount.LITTLE;
        receiver.tell(beside ? io.err() : io.out(), report, well || amount == Amount.LITTLE);
    }

    /** Tells what changed since an earlier run; of little, only where something got worse. */
    void comparison(Comparison comparison) {
        if (amount == Amount.LITTLE && comparison.regressions().isEmpty()) {
            return;
        }
        boolean beside = draft || format == OutputFormat.JSON;
        PrintWriter to = beside ? io.err() : io.out();
        to.print(ComparisonText.renderAfterRun(comparison, beside ? io.errorColor() : io.color()));
        to.flush();
    }

    private void text(PrintWriter to, Report report, boolean color) {
        if (amount == Amount.LITTLE) {
            to.print(harmless(BriefReport.render(report, color)));
            return;
        }
        if (amount == Amount.ALL) {
            report.results().forEach(result -> to.println(harmless(Transcript.of(result))));
        }
        to.print(harmless(TextReport.render(report, color)));
    }

    private String harmless(String lines) {
        return GithubOutput.harmless(io.env(), lines);
    }

    /** The same as a file would get, to the byte. */
    private void json(RecordedReport report) {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        try {
            ReportFormat.JSON.write(report, document);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
        io.out().print(document.toString(StandardCharsets.UTF_8));
    }
}
