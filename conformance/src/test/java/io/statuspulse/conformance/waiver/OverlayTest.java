package io.statuspulse.conformance.waiver;

import static io.statuspulse.conformance.waiver.Runs.FAILED;
import static io.statuspulse.conformance.waiver.Runs.FAILED_BY_ITS_SERVER;
import static io.statuspulse.conformance.waiver.Runs.INCONCLUSIVE;
import static io.statuspulse.conformance.waiver.Runs.NOT_APPLICABLE;
import static io.statuspulse.conformance.waiver.Runs.PASSED;
import static io.statuspulse.conformance.waiver.Runs.TODAY;
import static io.statuspulse.conformance.waiver.Runs.UNSEEN;
import static io.statuspulse.conformance.waiver.Runs.YESTERDAY;
import static io.statuspulse.conformance.waiver.Runs.fact;
import static io.statuspulse.conformance.waiver.Runs.overlay;
import static io.statuspulse.conformance.waiver.Runs.report;
import static io.statuspulse.conformance.waiver.Runs.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an entry for one scenario makes of its result. */
class OverlayTest {
    private static final Map<String, Verdict> VERDICTS = Map.of(
            "passed", PASSED,
            "failed", FAILED,
            "server", FAILED_BY_ITS_SERVER,
            "unseen", UNSEEN,
            "inconclusive", INCONCLUSIVE,
            "not-applicable", NOT_APPLICABLE);

    private static final String MUST = "timestamp/hour-old";

    /** Of the scenarios, those in capitals are the first of that level or expectation, and {@code idempotency/retry} is about effects. */
    @ParameterizedTest(name = "{0} {1}, strict {2}, to {3}: {4}")
    @CsvSource({
        // scenario, verdict, strict, last day, outcome
        "timestamp/hour-old, failed, false, none, WAIVED",
        "timestamp/hour-old, failed, false, 2026-06-16, WAIVED",
        "timestamp/hour-old, failed, false, 2026-06-15, WAIVED",
        "timestamp/hour-old, failed, false, 2026-06-14, FAILED",
        "timestamp/hour-old, server, false, none, WAIVED",
        "timestamp/hour-old, server, false, 2026-06-14, STALE_WAIVER",
        "timestamp/hour-old, passed, false, none, STALE_WAIVER",
        "timestamp/hour-old, passed, false, 2026-06-15, STALE_WAIVER",
        "timestamp/hour-old, passed, false, 2026-06-14, STALE_WAIVER",
        "timestamp/hour-old, unseen, false, none, STALE_WAIVER",
        "timestamp/hour-old, inconclusive, false, none, INCONCLUSIVE",
        "timestamp/hour-old, inconclusive, false, 2026-06-14, INCONCLUSIVE",
        "timestamp/hour-old, not-applicable, false, none, NOT_APPLICABLE",
        "timestamp/hour-old, not-applicable, false, 2026-06-14, NOT_APPLICABLE",
        "SHOULD, failed, false, none, WAIVED",
        "SHOULD, failed, true, none, WAIVED",
        "SHOULD, failed, false, 2026-06-14, STALE_WAIVER",
        "SHOULD, failed, true, 2026-06-14, FAILED",
        "SHOULD, passed, false, none, STALE_WAIVER",
        "OBSERVE, passed, false, none, STALE_WAIVER",
        "OBSERVE, failed, false, none, WAIVED",
        "OBSERVE, failed, false, 2026-06-14, STALE_WAIVER",
        "idempotency/retry, unseen, false, none, OBSERVED",
        "idempotency/retry, unseen, false, 2026-06-14, OBSERVED",
        "idempotency/retry, passed, false, none, STALE_WAIVER",
        "idempotency/retry, failed, false, none, WAIVED"
    })
    void outcomes(String scenario, String verdict, boolean strict, String lastDay, Outcome outcome) {
        String id = id(scenario);
        KnownFailure failure = KnownFailure.of(id, "r");
        Overlay overlay = overlay(lastDay.equals("none") ? failure : failure.until(LocalDate.parse(lastDay)));
        Result result = result(id, VERDICTS.getOrDefault(verdict, PASSED), strict);

        assertThat(overlay.apply(result).outcome()).isEqualTo(outcome);
        assertThat(overlay.apply(report(List.of(result))).results()).containsExactly(overlay.apply(result));
    }

    private static String id(String scenario) {
        return Runs.SUITE.stream()
                .filter(s ->
                        s.level().name().equals(scenario) || s.expect().name().equals(scenario))
                .map(s -> s.id())
                .findFirst()
                .orElse(scenario);
    }

    @Test
    void whatNoEntryNamesStaysAsItIs() {
        Result result = result("signature/missing", FAILED);

        assertThat(overlay(MUST).apply(result)).isSameAs(result);
        assertThat(KnownFailures.NONE.over(Runs.SUITE, TODAY).apply(result)).isSameAs(result);
    }

    /** An upgrade of the kit breaks no build, whatever the build knows of what came with it. */
    @ParameterizedTest
    @CsvSource({"PASSED, none", "OBSERVED, none", "OBSERVED, 2026-06-14"})
    void whatIsNotScoredStaysAsItIs(Outcome outcome, String lastDay) {
        List<Fact> facts = List.of(new Fact(Fact.UNSCORED, "new in suite 1.1"));
        Verdict verdict = outcome == Outcome.PASSED ? new Verdict.Passed(facts) : new Verdict.Failed(facts, false);
        Result scored = result(MUST, PASSED);
        Result result = new Result(scored.scenario(), verdict, outcome, List.of(), scored.duration());
        KnownFailure failure = KnownFailure.of(MUST, "r");
        Overlay overlay = overlay(lastDay.equals("none") ? failure : failure.until(LocalDate.parse(lastDay)));

        assertThat(overlay.apply(result)).isSameAs(result);
        assertThat(overlay.apply(List.of(result))).containsExactly(result);
    }

    @Test
    void factsTellOfTheEntryBesideWhatWasSeen() {
        KnownFailure failure = KnownFailure.of(MUST, "The clock moves next month.")
                .trackedAt(URI.create("https://tracker.example.com/7"))
                .until(TODAY);
        Result waived = overlay(failure).apply(result(MUST, FAILED));

        assertThat(waived.facts())
                .containsExactly(
                        new Fact("actual", "200 OK"),
                        new Fact("waiver", "The clock moves next month."),
                        new Fact("waiver-entry", "timestamp/hour-old (entry 1 of the known failures)"),
                        new Fact("waiver-link", "https://tracker.example.com/7"),
                        new Fact("waiver-expires", "2026-06-15"));
        assertThat(waived.verdict()).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void whatIsOverSaysWhyAndWhatToDo() {
        KnownFailure expired = KnownFailure.of(MUST, "r").until(YESTERDAY);

        assertThat(fact(overlay(MUST).apply(result(MUST, PASSED)), Fact.WAIVER_OVER))
                .contains("the scenario passed: take timestamp/hour-old (entry 1 of the known failures) out");
        assertThat(fact(overlay(expired).apply(result(MUST, PASSED)), Fact.WAIVER_OVER))
                .contains("the scenario passed, and it expired on 2026-06-14: take timestamp/hour-old (entry 1 of the"
                        + " known failures) out");
        assertThat(fact(overlay(expired).apply(result(MUST, FAILED)), Fact.WAIVER_OVER))
                .contains("it expired on 2026-06-14, and the failure counts again: mend the receiver, or let"
                        + " timestamp/hour-old (entry 1 of the known failures) expire later");
    }

    @Test
    void waivedRunPassesAndAStaleOrExpiredOneFails() {
        Result passed = result("signature/missing", PASSED);

        assertThat(conclusion(KnownFailure.of(MUST, "r"), passed, result(MUST, FAILED)))
                .isEqualTo(Conclusion.PASSED);
        assertThat(conclusion(KnownFailure.of(MUST, "r"), passed, result(MUST, PASSED)))
                .isEqualTo(Conclusion.FAILED);
        assertThat(conclusion(KnownFailure.of(MUST, "r").until(YESTERDAY), passed, result(MUST, FAILED)))
                .isEqualTo(Conclusion.FAILED);
        assertThat(conclusion(KnownFailure.of(MUST, "r"), passed, result(MUST, INCONCLUSIVE)))
                .isEqualTo(Conclusion.INCOMPLETE);
        assertThat(conclusion(KnownFailure.of(MUST, "r"), passed)).isEqualTo(Conclusion.PASSED);
    }

    @Test
    void whatIsNotScoredStaysAsItIs() {
        Fact unscored = new Fact(Fact.UNSCORED, "new in suite 1.1, not scored in suite 1.0");
        Result passed = result(MUST, new Verdict.Passed(List.of(unscored)));
        Result failed = result(MUST, new Verdict.Failed(List.of(unscored), false));
        Result observed =
                new Result(failed.scenario(), failed.verdict(), Outcome.OBSERVED, List.of(), failed.duration());

        for (KnownFailure failure :
                List.of(KnownFailure.of(MUST, "r"), KnownFailure.of(MUST, "r").until(YESTERDAY))) {
            assertThat(overlay(failure).apply(report(List.of(passed))).results())
                    .containsExactly(passed);
            assertThat(overlay(failure).apply(report(List.of(observed))).results())
                    .containsExactly(observed);
            assertThat(overlay(failure).apply(observed)).isEqualTo(observed);
        }
    }

    private static Conclusion conclusion(KnownFailure failure, Result... results) {
        return overlay(failure).apply(report(List.of(results))).conclusion();
    }

    @Test
    void interruptedRunStaysOne() {
        Report whole = report(List.of(result("signature/missing", PASSED)));
        Report partial = new Report(
                whole.target(),
                whole.seed(),
                whole.profile(),
                whole.startedAt(),
                whole.duration(),
                whole.effectsObserved(),
                whole.unreachable(),
                whole.results(),
                whole.diagnosis(),
                Optional.of("interrupted"));

        assertThat(overlay(MUST).apply(whole).conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(overlay(MUST).apply(partial).conclusion()).isEqualTo(Conclusion.INCOMPLETE);
    }

    @Test
    void findingGoesOnlyWhereAllThatItExplainsIsWaived() {
        Finding whole = new Finding("no-receiver", "The receiver is slow.", "seen", "mend");
        Finding known = new Finding("known", "known", "seen", "mend", List.of(MUST, "timestamp/day-old"));
        Finding partly = new Finding("partly", "partly", "seen", "mend", List.of(MUST, "signature/missing"));
        List<Result> results =
                List.of(result("signature/missing", FAILED), result(MUST, FAILED), result("timestamp/day-old", FAILED));

        assertThat(overlay("timestamp/*")
                        .apply(report(results, whole, known, partly))
                        .diagnosis())
                .containsExactly(whole, partly);
        assertThat(overlay(MUST).apply(report(results, whole, known, partly)).diagnosis())
                .containsExactly(whole, known, partly);
    }

    @Test
    void entriesThatWereNotRunAreToldAndNothingElse() {
        Overlay overlay = overlay(MUST, "signature/*", "rotation/*");
        List<Result> ran = List.of(result(MUST, PASSED), result("signature/missing", FAILED));

        assertThat(overlay.notRun(ran)).extracting(KnownFailure::scenario).containsExactly("rotation/*");
        assertThat(overlay.apply(report(ran)).with(Outcome.STALE_WAIVER)).hasSize(1);
    }
}
