package io.statuspulse.conformance.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.WriterOutput;
import io.statuspulse.conformance.recorded.RecordedReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

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
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            Templates.ENGINE.render("page.jte", PageView.of(report), new WriterOutput(writer));
        } catch (TemplateException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw e;
        }
        writer.flush();
    }

    /** Compiled with the kit, and found beside this class wherever it was loaded from. */
    private static final class Templates {
        static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
                null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());
    }
}
