package io.statuspulse.conformance.html;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page's own script or style sheet: a file of the kit, and never anything of a report.
 *
 * @param text it, as it stands in the page
 */
record Inline(String text) implements Content {

    /** Reads the files, one after the other; wrapped so that the page is XML too. */
    static Inline of(String... resources) {
        String text = Stream.of(resources).map(Inline::read).collect(Collectors.joining());
        return new Inline("/*<![CDATA[*/\n" + text + "/*]]>*/");
    }

    private static String read(String resource) {
        try (InputStream in = Inline.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": is not beside " + Inline.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(resource + ": cannot be read", e);
        }
    }

    /** What a Content-Security-Policy allows it by (CSP3, 2.3.1). */
    String source() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(text);
    }
}
