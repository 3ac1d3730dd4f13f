package io.statuspulse.conformance.report;

import io.statuspulse.conformance.html.HtmlReport;
import io.statuspulse.conformance.recorded.RecordedReports;
import io.statuspulse.conformance.verdict.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

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

    static byte[] junit(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JunitReport.write(Recording.of(report, VERSION, SUITE), out);
        return out.toByteArray();
    }
}
