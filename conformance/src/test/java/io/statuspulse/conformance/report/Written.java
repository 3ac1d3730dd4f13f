package io.statuspulse.conformance.report;

import io.statuspulse.conformance.ci.MarkdownReport;
import io.statuspulse.conformance.ci.SarifReport;
import io.statuspulse.conformance.html.Badge;
import io.statuspulse.conformance.html.HtmlReport;
import io.statuspulse.conformance.recorded.RecordedReports;
import io.statuspulse.conformance.verdict.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reports as bytes, of a kit of a fixed version. */
final class Written {
    private static final String VERSION = "1.2.3";
    private static final String SUITE = "7.8";

    private Written() {}

    static byte[] json(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(Recording.of(report, VERSION, SUITE), out);
        return out.toByteArray();
    }

    static String html(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlReport.write(RecordedReports.read("written", json(report)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    static String markdown(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MarkdownReport.write(RecordedReports.read("written", json(report)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    static byte[] sarif(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SarifReport.write(RecordedReports.read("written", json(report)), Optional.empty(), out);
        return out.toByteArray();
    }

    static byte[] badge(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Badge.write(RecordedReports.read("written", json(report)), out);
        return out.toByteArray();
    }

    static byte[] har(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HarReport.write(Recording.of(report, VERSION, SUITE), out);
        return out.toByteArray();
    }

    static byte[] junit(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JunitReport.write(Recording.of(report, VERSION, SUITE), out);
        return out.toByteArray();
    }
}
