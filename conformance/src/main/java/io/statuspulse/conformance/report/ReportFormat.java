package io.statuspulse.conformance.report;

import io.statuspulse.conformance.html.HtmlReport;
import io.statuspulse.conformance.recorded.RecordedReports;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Report;
import java.io.ByteArrayOutputStream;
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
        public void write(Report report, OutputStream out) throws IOException {
            JsonReport.write(report, Kit.version(), Suite.VERSION, out);
        }
    },
    /** One HTML page for people, which needs no network: {@link HtmlReport}. */
    HTML {
        @Override
        public void write(Report report, OutputStream out) throws IOException {
            // By way of JSON, so that a report that is read later gives the same page.
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            JSON.write(report, json);
            HtmlReport.write(RecordedReports.read("the report of this run", json.toByteArray()), out);
        }
    },
    /** JUnit XML, for CI servers. */
    JUNIT {
        @Override
        public void write(Report report, OutputStream out) throws IOException {
            JunitReport.write(report, Kit.version(), out);
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
    public abstract void write(Report report, OutputStream out) throws IOException;
}
