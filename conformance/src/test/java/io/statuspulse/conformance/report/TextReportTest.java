package io.statuspulse.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.conformance.waiver.KnownFailure;
import io.statuspulse.conformance.waiver.KnownFailures;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextReportTest {
    /** Lines that somebody reads before deciding what to do, although no scenario of the suite passed. */
    private static final int PAGE = 110;

    static Stream<Report> reports() {
        return JsonReportTest.reports();
    }

    static List<Scenario> scenarios() {
        return Suite.scenarios();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void no_line_is_wider_than_eighty_columns(Report report) {
        assertThat(TextReport.render(report, false).lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void nothing_acts_on_the_terminal(Report report) {
        assertThat(TextReport.render(report, false)).matches(TextReportTest::isHarmless);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void colours_change_nothing_but_colours(Report report) {
        String coloured = TextReport.render(report, true);

        assertThat(coloured).contains("\u001b[");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]+m", "")).isEqualTo(TextReport.render(report, false));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void no_hint_is_given_twice(Report report) {
        String text = unwrapped(TextReport.render(report, false));

        assertThat(report.results())
                .extracting(r -> r.scenario().mend())
                .filteredOn(mend -> !mend.java().isBlank())
                .allSatisfy(mend ->
                        assertThat(text.split(Pattern.quote(mend.java()), -1)).hasSizeLessThanOrEqualTo(2));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void whatever_is_not_passed_is_named(Report report) {
        String text = TextReport.render(report, false).replaceAll("\\s+", " ");

        assertThat(report.results())
                .filteredOn(r -> r.outcome() != Outcome.PASSED)
                .extracting(Result::scenario)
                .allMatch(s -> text.contains(s.id()) || text.contains(" of " + s.area() + "/*"));
    }

    @Test
    void an_interrupted_run_is_called_partial_and_never_passed() {
        Report report = Reports.interrupted(Reports.of(List.of(Results.passed(Scenarios.accepted()))));

        assertThat(unwrapped(TextReport.render(report, false)))
                .startsWith("PARTIAL REPORT: the run was ended before it was through (interrupted);")
                .contains("INCOMPLETE: The run was ended before it was through (interrupted).");
    }

    @Test
    void a_receiver_that_rejects_everything_yields_a_page() {
        String text = TextReport.render(Reports.rejectsEverything(), false);

        assertThat(text.lines()).hasSizeLessThan(PAGE);
        assertThat(text).startsWith("FOUND The receiver does not accept").contains(", all with answers like this one");
        assertThat(text.split("the control, the same delivery", -1)).hasSize(2);
    }

    @Test
    void a_receiver_that_accepts_everything_yields_a_page() {
        assertThat(TextReport.render(Reports.acceptsEverything(), false).lines())
                .hasSizeLessThan(PAGE);
    }

    @Test
    void what_is_worst_comes_first() {
        String text = TextReport.render(Reports.mixed(), false);

        assertThat(List.of(
                        "EFFECTS NOT OBSERVED",
                        "FOUND",
                        "FAILED signature",
                        "EXPIRED-WAIVER",
                        "STALE-WAIVER",
                        "WARNED",
                        "INCONCLUSIVE",
                        "NOT-APPLICABLE",
                        "WAIVED",
                        "OBSERVED tampering",
                        "12 scenarios:",
                        "FAILED:"))
                .extracting(text::indexOf)
                .isSorted()
                .doesNotContain(-1);
    }

    @Test
    void a_silent_receiver_is_told_once_and_not_for_each_scenario() {
        List<Result> results = Suite.scenarios().stream()
                .map(s -> Results.inconclusive(s, "connection refused"))
                .toList();
        String text = TextReport.render(Reports.unreachable("connection refused", results), false);

        assertThat(text).startsWith("UNREACHABLE " + Reports.TARGET);
        assertThat(text.lines()).hasSizeLessThan(15);
        assertThat(text.split("connection refused", -1)).hasSize(2);
    }

    @Test
    void one_entry_is_told_once_whatever_it_names() {
        List<Result> results = Suite.scenarios().stream()
                .filter(s -> s.area().equals("timestamp"))
                .map(s -> Results.failed(s, "200 OK"))
                .toList();
        List<Result> passed =
                results.stream().map(r -> Results.passed(r.scenario())).toList();
        KnownFailure known = KnownFailure.of("timestamp/*", "It has no clock.");
        LocalDate today = LocalDate.parse("2026-06-15");
        long musts =
                results.stream().filter(r -> r.scenario().level() == Level.MUST).count();
        String names = "all " + results.size() + " of timestamp/*";

        assertThat(rendered(known, today, results))
                .contains("WAIVED " + names + ": It has no clock.")
                .contains("PASSED: Every MUST that was run holds but " + musts + " that are waived.")
                .doesNotContain("FAILED");
        assertThat(rendered(known, today, passed))
                .containsOnlyOnce("STALE-WAIVER " + results.size() + " scenarios")
                .containsOnlyOnce("Nothing that it names failed: take timestamp/* (entry 1 of the known failures) out.")
                .contains(names, "FAILED: 1 waiver is stale.");
        assertThat(rendered(known.until(today.minusDays(1)), today, results))
                .containsOnlyOnce("EXPIRED-WAIVER " + names)
                .containsOnlyOnce("It expired on 2026-06-14, and the failure counts again")
                .contains("It has no clock. (until 2026-06-14)", " scenarios; 1 waiver has expired.")
                .doesNotContain("is stale");
    }

    private static String rendered(KnownFailure known, LocalDate today, List<Result> results) {
        Report report =
                KnownFailures.of(List.of(known)).over(Suite.scenarios(), today).apply(Reports.of(results));
        return unwrapped(TextReport.render(report, false));
    }

    @Test
    void inconclusive_scenarios_with_other_reasons_are_told_apart() {
        Report report = Reports.of(List.of(
                Results.inconclusive(Scenarios.missing(), "the control got 401"),
                Results.inconclusive(Scenarios.signature("blank", " "), "the control got 403"),
                Results.inconclusive(Scenarios.signature("short", "a"), "the control got 401")));

        assertThat(TextReport.render(report, false))
                .contains("the control got 401\n    signature/missing, signature/short\n")
                .contains("INCONCLUSIVE signature/blank");
    }

    @Test
    void the_command_to_run_again_holds_the_target_as_one_word() {
        Report strange = Reports.of(List.of(Results.failed(Scenarios.missing(), "200 OK")));
        Report report = new Report(
                "http://127.0.0.1:9000/hook?a=1&b='",
                strange.seed(),
                strange.profile(),
                strange.startedAt(),
                strange.duration(),
                true,
                strange.unreachable(),
                strange.results(),
                strange.diagnosis(),
                strange.interrupted());

        assertThat(TextReport.render(report, false))
                .contains("statuspulse test 'http://127.0.0.1:9000/hook?a=1&b='\\'''");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void each_scenario_of_the_suite_is_explained_whole(Scenario scenario) {
        String text = ScenarioText.render(scenario, false);

        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
        assertThat(text).matches(TextReportTest::isHarmless);
        List<String> words = new ArrayList<>(Words.hints(scenario.mend()).stream()
                .map(TextReportTest::unwrapped)
                .toList());
        words.addAll(List.of(
                scenario.id(),
                scenario.level().name(),
                scenario.requirement().id(),
                scenario.requirement().words(),
                scenario.title(),
                scenario.why()));
        words.addAll(scenario.references());
        assertThat(unwrapped(text))
                .contains(words.stream().map(TextReportTest::unwrapped).toList());
    }

    @Test
    void a_secret_is_shown_nowhere_and_a_signature_in_part() {
        Scenario missing = Scenarios.missing();
        String signature = Exchanges.signature(Exchanges.delivery(DeliveryPlan.valid(), missing.id()));
        Result leaky = Results.result(
                missing,
                new Verdict.Inconclusive(
                        Exchanges.SECRET,
                        List.of(new Fact("actual", Exchanges.SECRET + signature.toUpperCase(Locale.ROOT)))),
                Results.answered(missing, 401, Exchanges.SECRET, Exchanges.SECRET + signature));
        Finding finding = new Finding("any", Exchanges.SECRET, Exchanges.SECRET, Exchanges.SECRET);
        Report report = Reports.of(List.of(leaky), finding);

        assertThat(everyFormat(report))
                .doesNotContain("golden_Gr")
                .doesNotContainIgnoringCase(signature)
                .doesNotContainIgnoringCase(signature.substring(0, 9))
                .contains("[secret]")
                .contains(signature.substring(0, 8) + "...");
    }

    private static String everyFormat(Report report) {
        try {
            return TextReport.render(report, false)
                    + new String(Written.json(report), StandardCharsets.UTF_8)
                    + new String(Written.junit(report), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHarmless(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\n'
                        || (Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.FORMAT));
    }

    private static String unwrapped(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining(" ")).replaceAll(" +", " ");
    }
}
