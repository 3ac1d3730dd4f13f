package io.statuspulse.conformance.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes pages. */
final class Pages {
    private Pages() {}

    /** Writes it in UTF-8, and leaves {@code out} open. */
    static void write(String template, Object view, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            Templates.ENGINE.render(template, view, new WriterOutput(writer));
        } catch (TemplateException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw e;
        }
        writer.flush();
    }

    /** Allows the page's own script and style sheet, and nothing else. */
    static String policy(Inline script, Inline style) {
        return "default-src 'none'; script-src " + script.source() + "; style-src " + style.source()
                + "; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script';"
                + " trusted-types 'none'";
    }

    /** Compiled with the kit, and found beside this class wherever it was loaded from. */
    private static final class Templates {
        static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
                null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());
    }
}
