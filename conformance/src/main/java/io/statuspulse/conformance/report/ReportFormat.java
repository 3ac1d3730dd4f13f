package io.statuspulse.conformance.report;

import io.statuspulse.conformance.ci.MarkdownReport;
import io.statuspulse.conformance.ci.SarifReport;
import io.statuspulse.conformance.html.Badge;
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
    /** A summary in Markdown, as GitHub shows it: {@link MarkdownReport}. */
    MARKDOWN {
        @Override
        public void write(RecordedReport report, OutputStream out) throws IOException {
            MarkdownReport.write(report, out);
        }
    },
    /** SARIF 2.1.0, for code scanning: {@link SarifReport}. */
    SARIF {
        @Override
        public void write(RecordedReport report, OutputStream out) throws IOException {
            write(report, Optional.empty(), out);
        }

        @Override
        public void write(RecordedReport report, Optional<String> source, OutputStream out) throws IOException {
            SarifReport.write(report, source, out);
        }
    },
    /** Every exchange as an HTTP Archive, version 1.2, as browsers' tools read it. */
    HAR {
        @Override
        public void write(RecordedReport report, OutputStream out) throws IOException {
            HarReport.write(report, out);
        }
    },
    /** An image that says how the run ended: {@link Badge}. */
    BADGE {
        @Override
        public void write(RecordedReport report, OutputStream out) throws IOException {
            Badge.write(report, out);
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

    /**
     * As {@link #write(RecordedReport, OutputStream)}, of a receiver whose source may be known.
     *
     * @param source the receiver's source file, with {@code /} and relative to its repository; empty where it is not known
     * @throws IOException if {@code out} does not take it
     */
    public void write(RecordedReport report, Optional<String> source, OutputStream out) throws IOException {
        write(report, out);
    }
}
