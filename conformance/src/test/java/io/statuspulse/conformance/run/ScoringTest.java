package io.statuspulse.conformance.run;

import static io.statuspulse.conformance.run.AdHoc.VALID;
import static io.statuspulse.conformance.run.AdHoc.mark;
import static io.statuspulse.conformance.run.AdHoc.marked;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.should;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.report.ReportFormat;
import io.statuspulse.conformance.report.TextReport;
import io.statuspulse.conformance.run.ScriptedReceiver.Reply;
import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.conformance.scenario.SuiteVersion;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import io.statuspulse.simulator.wire.Deadlines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that is scored as suite 1.0, of a suite to which 1.1 has added. */
@Timeout(60)
class ScoringTest {
    private static final Scenario OLD =
            said(must("area/old", Requirement.PAY_2, "an event is taken")).accepts(VALID);
    private static final Scenario PASSES = added(must("area/passes", Requirement.PAY_2, "an event is taken again"))
            .accepts(VALID);
    private static final Scenario FAILS =
            added(must("area/fails", Requirement.PAY_2, "a mark is rejected")).rejects(marked("1"));
    private static final Scenario WARNS = added(should("area/warns", Requirement.PAY_2, "another mark is rejected"))
            .rejects(marked("2"));
    private static final Scenario UNCLEAR = added(must("area/unclear", Requirement.PAY_2, "a mark proves something"))
            .rejects(VALID.with(marked("refused").faults().get(0))
                    .but(marked("3").faults().get(0)));
    private static final Scenario OBSERVES = added(must("area/observes", Requirement.PAY_2, "how it is answered"))
            .observes(VALID);

    @Test
    void whatIsNewIsObservedWhereItDoesNotPass() {
        Report report = scoredAs("1.0", OLD, FAILS, WARNS, UNCLEAR, PASSES, OBSERVES);

        assertThat(report.results())
                .extracting(Result::outcome)
                .containsExactly(
                        Outcome.PASSED,
                        Outcome.OBSERVED,
                        Outcome.OBSERVED,
                        Outcome.OBSERVED,
                        Outcome.PASSED,
                        Outcome.OBSERVED);
        assertThat(report.results())
                .extracting(Result::isScored)
                .containsExactly(true, false, false, false, false, false);
        assertThat(report.results().stream()
                        .skip(1)
                        .map(result -> result.facts().get(0)))
                .containsExactly(
                        unscored("would fail: "),
                        unscored("would be a warning: "),
                        unscored("would be inconclusive: "),
                        unscored(""),
                        unscored(""));
        assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(report.diagnosis()).isEmpty();
    }

    @Test
    void whatFailedIsToldWhole() {
        Report report = scoredAs("1.0", OLD, FAILS, UNCLEAR);

        assertThat(Runs.facts(Runs.result(report, "area/fails")).lines())
                .containsExactly(
                        "unscored: would fail: new in suite 1.1, not scored in suite 1.0",
                        "expected: a rejection (400, 401, 403) and no effect",
                        "edit: AddHeader[X-Mark, 1]",
                        "actual: 200 OK");
        assertThat(Runs.result(report, "area/unclear").reason()).startsWith("the control, ");
    }

    @Test
    void asTheNewSuiteItFails() {
        Report report = scoredAs("1.1", OLD, FAILS, WARNS, UNCLEAR, PASSES);

        assertThat(report.results())
                .extracting(Result::outcome)
                .containsExactly(Outcome.PASSED, Outcome.FAILED, Outcome.WARNED, Outcome.INCONCLUSIVE, Outcome.PASSED);
        assertThat(report.results()).allMatch(Result::isScored);
        assertThat(report.conclusion()).isEqualTo(Conclusion.FAILED);
        assertThat(report.diagnosis().stream().map(Finding::explains).flatMap(List::stream))
                .contains("area/fails");
    }

    @Test
    void aStrictRunIsNoStricterWithWhatIsNotScored() {
        try (ScriptedReceiver receiver = receiver()) {
            Report report = Runs.run(
                    Runs.settings(receiver.url())
                            .strict(true)
                            .scoredAs(SuiteVersion.FIRST)
                            .build(),
                    List.of(OLD, WARNS));

            assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
            assertThat(Runs.facts(Runs.result(report, "area/warns"))).startsWith("unscored: would fail: ");
        }
    }

    @Test
    void aRunOfNothingThatIsScoredIsNotGreen() {
        Report report = scoredAs("1.0", PASSES, OBSERVES);

        assertThat(report.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
        assertThat(TextReport.render(report, false)).contains("Nothing that was run is scored");
    }

    @Test
    void aScenarioByItselfIsWeighedSoToo() {
        try (ScriptedReceiver receiver = receiver()) {
            Result result = AdHoc.run(
                    Runs.settings(receiver.url()).scoredAs(SuiteVersion.FIRST).build(), FAILS);

            assertThat(result.outcome()).isEqualTo(Outcome.OBSERVED);
        }
    }

    @Test
    void whatIsNotScoredRunsWhenTheRestHasBeenJudged() {
        Scenario last = said(must("area/last", Requirement.PAY_2, "an event is taken at last"))
                .tags(Tag.ALONE)
                .accepts(VALID);

        Report report = scoredAs("1.0", PASSES, OLD, FAILS, last);

        assertThat(report.results()).extracting(Result::scenario).containsExactly(PASSES, OLD, FAILS, last);
        assertThat(firstSent(report, "area/passes")).isAfter(firstSent(report, "area/last"));
        assertThat(firstSent(report, "area/fails")).isAfter(firstSent(report, "area/last"));
    }

    @Test
    void aReceiverThatDoesNotSurviveWhatIsNotScoredIsNotJudgedByThat() {
        AtomicBoolean dead = new AtomicBoolean();
        try (ScriptedReceiver receiver = ScriptedReceiver.start(request -> {
            if (mark(request).equals("1")) {
                dead.set(true);
            }
            return dead.get() ? request.never() : request.correctly();
        })) {
            List<Scenario> scenarios = List.of(FAILS, OLD, OBSERVES);

            Report frozen =
                    Runs.run(patient(receiver).scoredAs(SuiteVersion.FIRST).build(), scenarios);
            dead.set(false);
            Report whole = Runs.run(patient(receiver).jobs(1).build(), scenarios);

            assertThat(frozen.conclusion()).isEqualTo(Conclusion.PASSED);
            assertThat(Runs.outcome(frozen, "area/fails")).isEqualTo(Outcome.OBSERVED);
            assertThat(frozen.unreachable()).isEmpty();
            assertThat(whole.conclusion()).isNotEqualTo(Conclusion.PASSED);
        }
    }

    @Test
    void reportsTellIt() throws IOException {
        Report report = scoredAs("1.0", OLD, FAILS, UNCLEAR, PASSES);

        assertThat(TextReport.render(report, false))
                .contains("UNSCORED area/fails (MUST, REQ-PAY-2)\n  a mark is rejected\n  unscored     would fail: ")
                .contains("UNSCORED area/unclear", "reason       the control, ")
                .doesNotContain("nothing that is worth telling", "FAILED", "INCONCLUSIVE", "UNSCORED area/passes")
                .contains("4 scenarios: 2 passed, 2 observed")
                .contains("PASSED: Every MUST that was run holds");
        byte[] json = written(report, ReportFormat.JSON);
        assertThat(Schemas.validate(SchemaName.REPORT, json)).isEmpty();
        assertThat(new String(json, StandardCharsets.UTF_8))
                .contains("\"key\": \"unscored\"", "\"failed\": 0", "\"observed\": 2");
        assertThat(new String(written(report, ReportFormat.JUNIT), StandardCharsets.UTF_8))
                .contains("failures=\"0\" errors=\"0\"", "unscored: would fail: new in suite 1.1");
    }

    @Test
    void whatWasScoredCountsAlsoWhereTheRestIsStopped() {
        AtomicReference<Session> running = new AtomicReference<>();
        try (ScriptedReceiver receiver = ScriptedReceiver.start(request -> {
                    if (request.isFor(FAILS.id())) {
                        running.get().stop("interrupted");
                        return request.never();
                    }
                    return request.correctly();
                });
                Session session = Session.open(Runs.settings(receiver.url())
                        .effects(receiver::effects)
                        .scoredAs(SuiteVersion.FIRST)
                        .build())) {
            running.set(session);
            Report report = session.run("some", List.of(OLD, FAILS), RunListener.SILENT);

            assertThat(report.interrupted()).contains("interrupted");
            assertThat(Runs.outcome(report, OLD.id())).isEqualTo(Outcome.PASSED);
            assertThat(Runs.result(report, FAILS.id()).reason()).isEqualTo("interrupted");
        }
    }

    @Test
    void whatCannotBeAskedStaysNotApplicable() {
        Pending pending = new Pending(FAILS, new Verdict.NotApplicable("no"), List.of(), List.of(), Duration.ZERO);

        assertThat(new Scoring(false, Optional.of(SuiteVersion.FIRST))
                        .weigh(pending)
                        .outcome())
                .isEqualTo(Outcome.NOT_APPLICABLE);
    }

    private static Instant firstSent(Report report, String id) {
        List<Sent> sent = Runs.result(report, id).sent();
        return sent.get(0).exchange().startedAt();
    }

    private static byte[] written(Report report, ReportFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(report, out);
        return out.toByteArray();
    }

    private static Report scoredAs(String version, Scenario... scenarios) {
        try (ScriptedReceiver receiver = receiver()) {
            return Runs.run(
                    Runs.settings(receiver.url())
                            .scoredAs(SuiteVersion.of(version))
                            .build(),
                    List.of(scenarios));
        }
    }

    /** Long enough for a busy machine, and short enough to wait for a receiver that hangs. */
    private static RunSettings.Builder patient(ScriptedReceiver receiver) {
        return Runs.settings(receiver.url()).deadlines(Deadlines.all(Duration.ofSeconds(4)));
    }

    private static ScriptedReceiver receiver() {
        return ScriptedReceiver.start(
                request -> mark(request).equals("refused") ? Reply.UNAUTHORIZED : request.correctly());
    }

    private static Fact unscored(String would) {
        return new Fact("unscored", would + "new in suite 1.1, not scored in suite 1.0");
    }

    private static ScenarioBuilder added(ScenarioBuilder scenario) {
        return said(scenario).since("1.1");
    }

    private static ScenarioBuilder said(ScenarioBuilder scenario) {
        return scenario.why("Why.").mend(Mend.anywhere("Mend."));
    }
}
