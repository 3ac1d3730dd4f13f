package io.statuspulse.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.html.HtmlMatrix;
import io.statuspulse.conformance.recorded.Comparison;
import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.Shards;
import io.statuspulse.conformance.recorded.SideBySide;
import io.statuspulse.conformance.verdict.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class GoldenReportsTest {
    private static final Report NOBODY_THERE = Reports.unreachable(
            "connection refused (127.0.0.1:9000)",
            List.of(
                    Results.inconclusive(Scenarios.accepted(), "connection refused (127.0.0.1:9000)"),
                    Results.inconclusive(Scenarios.missing(), "connection refused (127.0.0.1:9000)")));

    @Test
    void a_report_with_every_outcome_is_written_as_json() throws IOException {
        Golden.check("mixed.json", Written.json(Reports.mixed()));
    }

    @Test
    void a_report_with_every_outcome_is_written_as_junit_xml() throws IOException {
        Golden.check("mixed.xml", Written.junit(Reports.mixed()));
    }

    @Test
    void a_report_with_every_outcome_is_written_as_html() throws IOException {
        Golden.check("mixed.html", withoutScript(Written.html(Reports.mixed())));
    }

    @Test
    void a_report_with_every_outcome_is_written_as_markdown() throws IOException {
        Golden.check("mixed.md", Written.markdown(Reports.mixed()));
        Golden.check("nobody-there.md", Written.markdown(NOBODY_THERE));
    }

    @Test
    void a_report_with_every_outcome_is_written_as_sarif() throws IOException {
        Golden.check("mixed.sarif", Written.sarif(Reports.mixed()));
        Golden.check("nobody-there.sarif", Written.sarif(NOBODY_THERE));
    }

    @Test
    void a_report_with_every_outcome_is_written_as_an_http_archive() throws IOException {
        Golden.check("mixed.har", Written.har(Reports.mixed()));
    }

    @Test
    void a_badge_says_how_a_run_ended() throws IOException {
        Golden.check("badge-failed.svg", Written.badge(Reports.mixed()));
        Golden.check("badge-incomplete.svg", Written.badge(NOBODY_THERE));
        Golden.check(
                "badge-passed.svg",
                Written.badge(Reports.of(List.of(
                        Results.passed(Scenarios.accepted()),
                        Results.passed(Scenarios.missing()),
                        Results.notApplicable(Scenarios.retired(), "no previous secret is configured")))));
    }

    /** Style sheet and script are files already, and their hashes follow from them. */
    private static String withoutScript(String page) {
        return page.replaceAll("(?s)(<(style|script)>).*?(</\\2>)", "$1$3").replaceAll("sha256-[^&]*", "sha256-HASH");
    }

    @Test
    void a_report_with_every_outcome_is_rendered_as_text() throws IOException {
        Golden.check("mixed.txt", TextReport.render(Reports.mixed(), false));
    }

    @Test
    void a_report_with_every_outcome_is_rendered_in_colour() throws IOException {
        Golden.check("mixed.ansi", TextReport.render(Reports.mixed(), true));
    }

    @Test
    void twenty_failures_of_two_causes_are_rendered_with_each_hint_once() throws IOException {
        Golden.check("twenty-failures.txt", TextReport.render(Reports.twentyFailures(), false));
    }

    @Test
    void a_receiver_that_is_not_there_is_told_in_every_format() throws IOException {
        Golden.check("nobody-there.txt", TextReport.render(NOBODY_THERE, false));
        Golden.check("nobody-there.json", Written.json(NOBODY_THERE));
        Golden.check("nobody-there.xml", Written.junit(NOBODY_THERE));
        Golden.check("nobody-there.html", withoutScript(Written.html(NOBODY_THERE)));
    }

    @Test
    void a_run_that_was_interrupted_is_marked_in_every_format() throws IOException {
        Golden.check("interrupted.txt", TextReport.render(Reports.interrupted(), false));
        Golden.check("interrupted.json", Written.json(Reports.interrupted()));
        Golden.check("interrupted.xml", Written.junit(Reports.interrupted()));
    }

    @Test
    void a_run_in_which_all_passed_is_rendered_as_text() throws IOException {
        Report report = Reports.of(List.of(Results.passed(Scenarios.accepted()), Results.passed(Scenarios.missing())));
        Golden.check("all-passed.txt", TextReport.render(report, false));
    }

    private static SideBySide sideBySide() {
        return SideBySide.of(List.of(
                new Shards.Named("runs/mixed.json", Recording.of(Reports.mixed(), "1.2.3", "7.8")),
                new Shards.Named("runs/interrupted.json", Recording.of(Reports.interrupted(), "1.2.4", "7.9"))));
    }

    @Test
    void runs_side_by_side_are_rendered_as_text() throws IOException {
        Golden.check("side-by-side.txt", SideBySideText.render(sideBySide(), false));
        Golden.check("side-by-side.ansi", SideBySideText.render(sideBySide(), true));
        assertThat(SideBySideText.render(sideBySide(), false).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void runs_side_by_side_are_written_as_html() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlMatrix.write(sideBySide(), out);
        Golden.check("side-by-side.html", withoutScript(out.toString(StandardCharsets.UTF_8)));
    }

    @Test
    void a_merged_run_is_rendered_in_few_lines() throws IOException {
        Golden.check("merged.txt", SideBySideText.renderOne(Recording.of(Reports.mixed(), "1.2.3", "7.8"), false));
    }

    @Test
    void a_run_that_was_compared_is_rendered_as_text() throws IOException {
        RecordedReport mixed = Recording.of(Reports.mixed(), "1.2.3", "7.8");
        RecordedReport other = Recording.of(Reports.interrupted(), "1.2.3", "7.8");
        Golden.check("compared.txt", ComparisonText.renderAfterRun(Comparison.of(mixed, other), false));
        Golden.check("compared-alike.txt", ComparisonText.renderAfterRun(Comparison.of(mixed, mixed), false));
    }

    @Test
    void a_scenario_is_rendered_whole() throws IOException {
        Golden.check("explain-signature.txt", ScenarioText.render(Scenarios.signature("blank", "   "), false));
        Golden.check("explain-once.txt", ScenarioText.render(Scenarios.once(), false));
        Golden.check("explain-large.txt", ScenarioText.render(Scenarios.large(), false));
    }

    @Test
    void a_catalogue_is_written_as_json() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CatalogueJson.write(List.of(Scenarios.signature("blank", "   "), Scenarios.once(), Scenarios.large()), out);
        Golden.check("catalogue.json", out.toByteArray());
    }

    @Test
    void neither_locale_nor_time_zone_changes_a_byte() throws IOException {
        byte[] json = Written.json(Reports.mixed());
        byte[] xml = Written.junit(Reports.mixed());
        String html = Written.html(Reports.mixed());
        String text = TextReport.render(Reports.mixed(), true);
        String markdown = Written.markdown(Reports.mixed());
        byte[] sarif = Written.sarif(Reports.mixed());
        byte[] har = Written.har(Reports.mixed());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(String.format("%d", 1))
                    .as("control: the locale is in force")
                    .isNotEqualTo("1");
            assertThat(Written.json(Reports.mixed())).isEqualTo(json);
            assertThat(Written.junit(Reports.mixed())).isEqualTo(xml);
            assertThat(Written.html(Reports.mixed())).isEqualTo(html);
            assertThat(TextReport.render(Reports.mixed(), true)).isEqualTo(text);
            assertThat(Written.markdown(Reports.mixed())).isEqualTo(markdown);
            assertThat(Written.sarif(Reports.mixed())).isEqualTo(sarif);
            assertThat(Written.har(Reports.mixed())).isEqualTo(har);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
