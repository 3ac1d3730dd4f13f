package io.statuspulse.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

class BriefReportTest {
    private static final Result PASSED = Results.passed(Scenarios.accepted());
    private static final Result FAILED = Results.failed(Scenarios.signature("empty", ""), "200 OK");
    private static final Result UNPROVEN = Results.inconclusive(Scenarios.signature("blank", " "), "no control");

    @Test
    void what_failed_is_named_and_what_else_there_is_is_not() {
        Report report = Reports.of(List.of(PASSED, FAILED, UNPROVEN, Results.with(Outcome.WARNED, PASSED)));
        assertThat(BriefReport.render(report, false))
                .isEqualTo("FAILED signature/empty\nFAILED: The receiver breaks the contract in 1 scenario.\n");
    }

    @Test
    void a_waiver_that_is_stale_fails_the_run_and_is_named() {
        Report report = Reports.of(List.of(Results.with(Outcome.STALE_WAIVER, PASSED)));
        assertThat(BriefReport.render(report, false)).startsWith("STALE-WAIVER acceptance/plain\nFAILED: ");
    }

    @Test
    void where_nothing_failed_what_proves_nothing_is_named() {
        assertThat(BriefReport.render(Reports.of(List.of(PASSED, UNPROVEN)), false))
                .startsWith("INCONCLUSIVE signature/blank\nINCOMPLETE: ")
                .hasLineCount(2);
    }

    @Test
    void what_an_interrupted_run_did_not_come_to_is_not_listed() {
        Report report = Reports.interrupted(Reports.of(List.of(PASSED, UNPROVEN)));
        assertThat(BriefReport.render(report, false)).startsWith("INCOMPLETE: ").hasLineCount(1);
    }

    @Test
    void nothing_failed_is_one_line() {
        assertThat(BriefReport.render(Reports.of(List.of(PASSED)), false))
                .isEqualTo("PASSED: Every MUST that was run holds.\n");
    }

    @Test
    void colours_are_those_of_the_long_report() {
        assertThat(BriefReport.render(Reports.of(List.of(FAILED)), true))
                .startsWith("\u001b[1;31mFAILED\u001b[0m signature/empty\n\u001b[1;31mFAILED:\u001b[0m ");
    }
}
