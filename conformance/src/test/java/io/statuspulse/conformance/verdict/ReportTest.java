package io.statuspulse.conformance.verdict;

import static io.statuspulse.conformance.verdict.Results.interrupted;
import static io.statuspulse.conformance.verdict.Results.report;
import static io.statuspulse.conformance.verdict.Results.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Result PASSED = result(Level.MUST, Outcome.PASSED);
    private static final Result FAILED = result(Level.MUST, Outcome.FAILED);
    private static final Result WARNED = result(Level.SHOULD, Outcome.WARNED);
    private static final Result UNCLEAR = result(Level.MUST, Outcome.INCONCLUSIVE);
    private static final Result UNCLEAR_SHOULD = result(Level.SHOULD, Outcome.INCONCLUSIVE);
    private static final Result NOT_APPLICABLE = result(Level.MUST, Outcome.NOT_APPLICABLE);

    @Test
    void warningsWaiversAndUnclearShouldsLetARunPass() {
        assertThat(conclusion(PASSED, WARNED, UNCLEAR_SHOULD, result(Level.MUST, Outcome.WAIVED), NOT_APPLICABLE))
                .isEqualTo(Conclusion.PASSED);
    }

    @Test
    void failureOutranksWhatCouldNotBeSeen() {
        assertThat(conclusion(PASSED, FAILED, UNCLEAR)).isEqualTo(Conclusion.FAILED);
        assertThat(report(Optional.of("gone"), FAILED, UNCLEAR).conclusion()).isEqualTo(Conclusion.FAILED);
    }

    @Test
    void withOtherResultsAndAsAPartItStaysTheReportOfThatRun() {
        Report report = report(Optional.empty(), FAILED);
        Shard part = new Shard(1, 2, 257, "", "");
        RunAgain again = RunAgain.at("http://127.0.0.1:8080/hook");

        Report other = report.with(List.of(PASSED), List.of()).of(Optional.of(part), again);

        assertThat(other.results()).containsExactly(PASSED);
        assertThat(other.shard()).contains(part);
        assertThat(other.again()).isEqualTo(again);
        assertThat(other.startedAt()).isEqualTo(report.startedAt());
        assertThat(other.seed()).isEqualTo(report.seed());
    }

    @Test
    void staleWaiverFailsARun() {
        assertThat(conclusion(PASSED, result(Level.SHOULD, Outcome.STALE_WAIVER)))
                .isEqualTo(Conclusion.FAILED);
    }

    @Test
    void unclearMustLeavesARunIncomplete() {
        assertThat(conclusion(PASSED, UNCLEAR)).isEqualTo(Conclusion.INCOMPLETE);
    }

    @Test
    void unreachableReceiverLeavesARunIncomplete() {
        assertThat(report(Optional.of("gone"), PASSED).conclusion()).isEqualTo(Conclusion.INCOMPLETE);
    }

    @Test
    void interruptedRunIsNeverGreen() {
        assertThat(interrupted(PASSED).conclusion()).isEqualTo(Conclusion.INCOMPLETE);
        assertThat(interrupted(PASSED, FAILED).conclusion()).isEqualTo(Conclusion.FAILED);
    }

    @Test
    void runThatJudgedNothingIsNeverGreen() {
        assertThat(conclusion()).isEqualTo(Conclusion.INCOMPLETE);
        assertThat(conclusion(NOT_APPLICABLE, NOT_APPLICABLE)).isEqualTo(Conclusion.INCOMPLETE);
        assertThat(conclusion(UNCLEAR_SHOULD)).isEqualTo(Conclusion.INCOMPLETE);
        assertThat(conclusion(UNCLEAR_SHOULD, NOT_APPLICABLE)).isEqualTo(Conclusion.INCOMPLETE);
    }

    @Test
    void countsAndSelectsByOutcome() {
        Report report = report(Optional.empty(), PASSED, FAILED, PASSED);

        assertThat(report.count(Outcome.PASSED)).isEqualTo(2);
        assertThat(report.count(Outcome.WARNED)).isZero();
        assertThat(report.with(Outcome.FAILED)).containsExactly(FAILED);
    }

    @Test
    void reasonIsThatOfTheVerdict() {
        assertThat(UNCLEAR.reason()).isEqualTo("because");
        assertThat(NOT_APPLICABLE.reason()).isEqualTo("because");
        assertThat(FAILED.reason()).isEmpty();
    }

    private static Conclusion conclusion(Result... results) {
        return report(Optional.empty(), results).conclusion();
    }
}
