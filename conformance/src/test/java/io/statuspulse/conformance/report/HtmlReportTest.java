package io.statuspulse.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What is on the page, parsed as XML: whatever is in a report, the markup is the kit's. */
class HtmlReportTest {
    static Stream<Report> reports() {
        return Stream.of(
                Reports.mixed(),
                Reports.rejectsEverything(),
                Reports.acceptsEverything(),
                Reports.twentyFailures(),
                Reports.of(List.of()),
                Reports.unreachable("nobody is there", Reports.twentyFailures().results()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyScenarioIsThereWithItsOutcomeInWords(Report report) throws Exception {
        HtmlPage page = HtmlPage.parse(Written.html(report));

        assertThat(page.elements("details").filter(HtmlPage.ofClass("scenario")).map(e -> e.getAttribute("id")))
                .containsExactlyInAnyOrderElementsOf(
                        report.results().stream().map(r -> r.scenario().id()).toList());
        for (Result result : report.results()) {
            Element scenario = page.byId(result.scenario().id());
            String summary = scenario.getElementsByTagName("summary").item(0).getTextContent();
            assertThat(summary)
                    .contains(result.outcome().label().replace('-', ' '))
                    .contains(result.scenario().id())
                    .contains(result.scenario().level().name());
            assertThat(scenario.getTextContent())
                    .contains(result.scenario().requirement().id())
                    .contains(result.scenario().requirement().words())
                    .contains(result.scenario().why())
                    .contains(result.scenario().mend().java())
                    .contains(result.scenario().mend().python());
            assertThat(scenario.getAttribute("data-outcome"))
                    .isEqualTo(result.outcome().label());
        }
        assertThat(page.elements("h1").map(Element::getTextContent))
                .singleElement()
                .asString()
                .contains(report.conclusion().name());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void linksLeadSomewhereAndIdsAreUnique(Report report) throws Exception {
        HtmlPage page = HtmlPage.parse(Written.html(report));
        List<String> ids = page.elements()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.elements("a").map(link -> link.getAttribute("href")))
                .isNotEmpty()
                .allSatisfy(href -> assertThat(href).startsWith("#"))
                .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
        assertThat(page.elements()
                        .flatMap(element -> Stream.of("aria-labelledby", "aria-controls", "for")
                                .map(element::getAttribute))
                        .filter(id -> !id.isEmpty()))
                .allSatisfy(id -> assertThat(ids).contains(id));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void nothingIsLoadedAndNothingButTheKitsScriptCanRun(Report report) throws Exception {
        HtmlPage page = HtmlPage.parse(Written.html(report));

        assertThat(page.elements().map(Element::getTagName).distinct()).isSubsetOf(ELEMENTS);
        assertThat(page.elements().flatMap(element -> HtmlPage.attributes(element).stream()))
                .noneMatch(name -> name.startsWith("on"))
                .doesNotContain("style", "src", "srcset", "srcdoc", "action", "formaction", "background", "xlink:href");
        assertThat(page.elements("script")).hasSize(1);
        assertThat(page.elements("style")).hasSize(1);
        String policy = page.elements("meta")
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .map(meta -> meta.getAttribute("content"))
                .collect(Collectors.joining());
        assertThat(policy)
                .startsWith("default-src 'none'; ")
                .contains("script-src " + hash(page, "script") + ";")
                .contains("style-src " + hash(page, "style") + ";")
                .doesNotContain("unsafe")
                .doesNotContain("http");
    }

    private static final Set<String> ELEMENTS = Set.of(
            ("a article b body button caption code dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5"
                            + " head header html i input label legend li link main meta nav option p pre rect script section"
                            + " select span style summary svg table tbody td th thead time title tr ul")
                    .split(" "));

    private static String hash(HtmlPage page, String element) throws Exception {
        String text = page.elements(element).findFirst().orElseThrow().getTextContent();
        // The parser takes the marks away by which the page is XML too; for a browser they are comments.
        String written = "/*<![CDATA[" + text.replaceFirst("^/\\*", "").replaceFirst("\\*/$", "") + "]]>*/";
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(written.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    @Test
    void countsAreThoseOfTheReport() throws Exception {
        Report report = Reports.mixed();
        HtmlPage page = HtmlPage.parse(Written.html(report));
        List<String> counts = page.elements("ul")
                .filter(HtmlPage.ofClass("counts"))
                .flatMap(list -> list.getTextContent().strip().lines())
                .map(String::strip)
                .toList();

        assertThat(counts)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Outcome.values())
                        .filter(outcome -> report.count(outcome) > 0)
                        .map(outcome ->
                                report.count(outcome) + " " + outcome.label().replace('-', ' '))
                        .toList());
    }

    @Test
    void headSaysWhenWhereAndHow() throws Exception {
        String head = HtmlPage.parse(Written.html(Reports.mixed()))
                .elements("header")
                .findFirst()
                .orElseThrow()
                .getTextContent();

        assertThat(head)
                .contains(
                        "FAILED",
                        "The receiver breaks the contract in 3 scenarios; 1 waiver is stale; 1 waiver has expired.")
                .contains(Reports.TARGET, "2026-03-09 14:05:07 UTC", "0.41 s", "default", "-42", "1.2.3", "7.8")
                .contains("not observed");
    }

    @Test
    void findingsComeFirstAndOthersAreGroupedByTheirAnswer() throws Exception {
        HtmlPage page = HtmlPage.parse(Written.html(Reports.twentyFailures()));
        List<String> groups =
                page.elements("article").map(Element::getTextContent).toList();

        assertThat(groups).hasSize(2);
        assertThat(groups.get(0)).contains("8 scenarios with the same answer", "500 Internal Server Error");
        assertThat(groups.get(1)).contains("12 scenarios with the same answer", "200 OK");
    }

    @Test
    void templatesEscapeEverything() throws Exception {
        assertThat(Templates.all())
                .hasSizeGreaterThan(10)
                .allSatisfy(template -> assertThat(template).doesNotContain("$unsafe"));
    }
}
