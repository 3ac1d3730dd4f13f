package io.statuspulse.conformance.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.Shards;
import io.statuspulse.conformance.recorded.SideBySide;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Nothing that a report holds can act in its page, and nothing of it is lost. */
class HostileReportTest {
    private static byte[] page(RecordedReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlReport.write(report, out);
        return out.toByteArray();
    }

    private static Document parsed(RecordedReport report) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page(report)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</script></style></title></pre></details></svg>-->]]><img src=x onerror=alert(1)>",
                "\" onclick=\"alert(1)\" '/><b>",
                "&lt;script&gt; &amp; &#x3c; ${7*7} @if(true) $unsafe{1}",
                "javascript:alert(1)"
            })
    void markupIsText(String markup) throws Exception {
        Set<Integer> used = new TreeSet<>();
        RecordedReport report = Hostile.report(number -> {
            used.add(number);
            return "[" + number + "]" + markup;
        });
        Document page = parsed(report);
        String text = page.getDocumentElement().getTextContent();

        assertThat(used).hasSizeGreaterThan(150);
        assertThat(used).allSatisfy(number -> assertThat(text).contains("[" + number + "]" + markup));
        assertThat(elements(page)).isEqualTo(elements(parsed(Hostile.report(number -> "[" + number + "]harmless"))));
    }

    @Test
    void whatCannotBeSeenIsShown() throws Exception {
        String page = new String(
                page(Hostile.report(number -> "[" + number + "]\u001b[31m\u202e\u2066\u200b\u0000\u0085\ufeff\ue000")),
                StandardCharsets.UTF_8);

        assertThat(page).contains("\\x1b</b>[31m<b class=\"esc\">\\u202e\\u2066\\u200b\\x00\\x85\\ufeff\\ue000");
        assertThat(page.codePoints().filter(c -> c != '\n'))
                .noneMatch(c -> Set.of(
                                (int) Character.CONTROL,
                                (int) Character.FORMAT,
                                (int) Character.PRIVATE_USE,
                                (int) Character.UNASSIGNED,
                                (int) Character.SURROGATE)
                        .contains(Character.getType(c)));
    }

    private static byte[] matrix(RecordedReport... reports) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Shards.Named> named = Stream.of(reports)
                .map(report -> new Shards.Named("<img src=x onerror=alert(1)>/" + reports.length + ".json", report))
                .toList();
        HtmlMatrix.write(SideBySide.of(named), out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</script></style></title></table></td>-->]]><img src=x onerror=alert(1)>",
                "\" onclick=\"alert(1)\" '/><b>",
                "&lt;script&gt; &amp; ${7*7} @if(true) $unsafe{1}"
            })
    void markupIsTextSideBySide(String markup) throws Exception {
        Document page = document(
                matrix(Hostile.report(number -> "[" + number + "]" + markup), Hostile.report(number -> "other")));
        Document harmless = document(
                matrix(Hostile.report(number -> "[" + number + "]harmless"), Hostile.report(number -> "other")));

        assertThat(page.getDocumentElement().getTextContent()).contains("]" + markup);
        assertThat(elements(page)).isEqualTo(elements(harmless));
    }

    @Test
    void tenLargeRunsSideBySideAreAPageThatABrowserOpens() throws Exception {
        RecordedReport large = Hostile.large(280, 4, "x".repeat(8_192));
        RecordedReport[] ten = IntStream.range(0, 10).mapToObj(i -> large).toArray(RecordedReport[]::new);

        assertThat(matrix(ten).length).isLessThan(3_000_000);
        assertThat(document(matrix(ten)).getElementsByTagName("details").getLength())
                .isEqualTo(2_800);
    }

    private static Document document(byte[] page) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(page));
    }

    private static List<String> elements(Document page) {
        NodeList nodes = page.getElementsByTagName("*");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getNodeName() + " "
                        + nodes.item(i).getAttributes().getLength())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain text ", "<<&>>", "\u4e2d\u6587", "a\u0000", "\u001b", "\ud83d\ude00\u202e"})
    void pageStaysUnderAMegabyteWhateverIsAnswered(String answer) throws Exception {
        byte[] page = page(Hostile.large(280, 4, answer.repeat(8_192 / answer.length())));

        assertThat(page.length).isBetween(500_000, 1_000_000);
    }

    @Test
    void roomIsForWhatWentWrongInEachScenario() throws Exception {
        Document page = parsed(Hostile.large(280, 4, "x".repeat(2_000)));
        NodeList scenarios = page.getElementsByTagName("details");

        long withExchange = IntStream.range(0, scenarios.getLength())
                .filter(i -> scenarios
                        .item(i)
                        .getAttributes()
                        .getNamedItem("class")
                        .getNodeValue()
                        .equals("exchange"))
                .count();
        assertThat(withExchange).isGreaterThan(30);
    }
}
