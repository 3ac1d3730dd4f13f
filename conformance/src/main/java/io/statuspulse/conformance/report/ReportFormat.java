package io.statuspulse.conformance.report;

import io.statuspulse.conformance.html.HtmlReport;
import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.verdict.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats in which a report is written to a file. */
public enum ReportFormat {
    /** The whole report, exchanges included; {@code SchemaName.REPORT} describes it. */
    JSON {
        @Override
        public void write(RecordedReport report, OutputStream out) throws IOException {
            JsonReport.write(report, out);
        }
    },
    /** One HTML page for people, which needs no network: {@link HtmlReport}. */
    HTML {
        @Override
        public void write(RecordedReport report, OutputStream out) throws IOException {
            HtmlReport.write(report, out);
        }
    },
    /** JUnit XML, for CI servers. */
    JUNIT {
        @Override
        public void write(RecordedReport report, OutputStream out) throws IOException {
            JunitReport.write(report, out);
        }
    };

    /** The name as the command line writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the format of that name. */
    public static Optional<ReportFormat> named(String label) {
        return Arrays.stream(values()).filter(f -> f.label().equals(label)).findFirst();
    }

    /**
     * Writes the report in UTF-8 and leaves {@code out} open. Nothing confidential is in it: no secret, and of a
     * signature that a configured secret made only the first eight digits.
     *
     * @throws IOException if {@code out} does not take it
     */
    public void write(Report report, OutputStream out) throws IOException {
        write(Recording.of(report), out);
    }

    /**
     * Writes a report that was recorded, in UTF-8, and leaves {@code out} open: what the run itself would have written.
     *
     * @throws IOException if {@code out} does not take it
     */
    public abstract void write(RecordedReport report, OutputStream out) throws IOException;
}
