package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.Shards.Named;
import io.statuspulse.conformance.recorded.SideBySide;
import io.statuspulse.fuzz.Claim;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Whatever stands in every text of a report, its page is well-formed, has no element that another report's page has not,
 * one script, and no character that acts.
 */
public final class PageFuzz {
    private PageFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException, ParserConfigurationException {
        String text = new String(input, StandardCharsets.UTF_8);
        String latin1 = new String(input, StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlReport.write(Hostile.report(number -> number % 2 == 0 ? text : latin1), out);
        check(out);
        ByteArrayOutputStream matrix = new ByteArrayOutputStream();
        RecordedReport report = Hostile.report(number -> number % 2 == 0 ? text : latin1);
        HtmlMatrix.write(SideBySide.of(List.of(new Named(text, report), new Named(latin1, report))), matrix);
        check(matrix);
    }

    private static void check(ByteArrayOutputStream out) throws IOException, ParserConfigurationException {
        String page = out.toString(StandardCharsets.UTF_8);
        page.chars()
                .filter(c -> c != '\n')
                .forEach(c -> Claim.that(!Character.isISOControl(c), () -> "a control character: " + c));
        Document document = parsed(out.toByteArray());
        Claim.that(document.getElementsByTagName("script").getLength() == 1, () -> page);
        for (String others : new String[] {"img", "iframe", "object", "base", "embed"}) {
            Claim.that(document.getElementsByTagName(others).getLength() == 0, () -> page);
        }
    }

    private static Document parsed(byte[] page) throws IOException, ParserConfigurationException {
        DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        try {
            return builder.parse(new ByteArrayInputStream(page));
        } catch (SAXException e) {
            throw new AssertionError(new String(page, StandardCharsets.UTF_8), e);
        }
    }
}
