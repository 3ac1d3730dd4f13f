package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedReport;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a report as one HTML page for people. */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * Writes a page in UTF-8 that holds all it needs and loads nothing, and leaves {@code out} open. It stays under 1 MB:
     * long bodies are cut, and of exchanges that are alike the first is shown. Nothing in the report can act in it.
     *
     * @throws IOException if {@code out} does not take it
     */
    public static void write(RecordedReport report, OutputStream out) throws IOException {
        Pages.write("page.jte", PageView.of(report), out);
    }
}
