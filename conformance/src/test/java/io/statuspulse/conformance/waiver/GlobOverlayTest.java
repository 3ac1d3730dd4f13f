package io.statuspulse.conformance.waiver;

import static io.statuspulse.conformance.waiver.Runs.FAILED;
import static io.statuspulse.conformance.waiver.Runs.INCONCLUSIVE;
import static io.statuspulse.conformance.waiver.Runs.NOT_APPLICABLE;
import static io.statuspulse.conformance.waiver.Runs.PASSED;
import static io.statuspulse.conformance.waiver.Runs.UNSEEN;
import static io.statuspulse.conformance.waiver.Runs.YESTERDAY;
import static io.statuspulse.conformance.waiver.Runs.fact;
import static io.statuspulse.conformance.waiver.Runs.overlay;
import static io.statuspulse.conformance.waiver.Runs.report;
import static io.statuspulse.conformance.waiver.Runs.result;
import static io.statuspulse.conformance.waiver.Runs.results;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an entry for several scenarios makes of their results. */
class GlobOverlayTest {
    private static final String AREA = "timestamp/*";
    private static final String ONE = "timestamp/hour-old";
    private static final KnownFailure EXPIRED = KnownFailure.of(AREA, "r").until(YESTERDAY);

    @Test
    void oneFailureKeepsItInForceAndWhatPassedPasses() {
        List<Result> results = results(AREA, id -> id.equals(ONE) ? FAILED : PASSED);
        Report report = overlay(AREA).apply(report(results));

        assertThat(report.count(Outcome.WAIVED)).isEqualTo(1);
        assertThat(report.count(Outcome.STALE_WAIVER)).isZero();
        assertThat(report.results().stream().filter(r -> r.outcome() != Outcome.WAIVED))
                .isSubsetOf(results);
        assertThat(overlay(AREA).stale(results)).isEmpty();
    }

    @Test
    void itIsStaleWhereAllOfItPassed() {
        List<Result> results = results(AREA, id -> PASSED);
        Report report = overlay(AREA).apply(report(results));

        assertThat(report.count(Outcome.STALE_WAIVER)).isEqualTo(results.size());
        assertThat(report.results())
                .allSatisfy(result -> assertThat(fact(result, Fact.WAIVER_OVER))
                        .contains(
                                "nothing that it names failed: take timestamp/* (entry 1 of the known failures) out"));
        assertThat(overlay(AREA).stale(results))
                .containsExactly("nothing that it names failed: take timestamp/* (entry 1 of the known failures) out");
        assertThat(overlay(AREA).stale(report.results())).hasSize(1);
    }

    @Test
    void nothingIsConcludedWhereNotAllOfItPassed() {
        List<Result> all = results(AREA, id -> PASSED);

        assertOpen(all.subList(1, all.size()));
        assertOpen(List.of(result(ONE, PASSED)));
        assertOpen(allBut(INCONCLUSIVE));
        assertOpen(allBut(NOT_APPLICABLE));
    }

    @Test
    void whatWasSeenByHalfIsNotSeen() {
        String glob = "idempotency/*";
        Report report = overlay(glob).apply(report(results(glob, id -> UNSEEN)));

        assertThat(report.count(Outcome.STALE_WAIVER)).isZero();
        assertThat(report.count(Outcome.OBSERVED)).isPositive();
    }

    private static List<Result> allBut(Verdict verdict) {
        return results(AREA, id -> id.equals(ONE) ? verdict : PASSED);
    }

    private static void assertOpen(List<Result> results) {
        Report report = overlay(AREA).apply(report(results));

        assertThat(report.count(Outcome.STALE_WAIVER)).isZero();
        assertThat(report.results())
                .extracting(Result::outcome)
                .containsExactlyElementsOf(results.stream().map(Result::outcome).toList());
        assertThat(report.results().stream().flatMap(r -> fact(r, Fact.REPORTED).stream()))
                .singleElement()
                .asString()
                .contains(AREA, "whether it can be taken out is open");
        assertThat(overlay(AREA).stale(results)).isEmpty();
    }

    @Test
    void whatWasNotJudgedAtAllIsNotRemarkedOn() {
        List<Result> results = results(AREA, id -> NOT_APPLICABLE);

        assertThat(overlay(AREA).apply(report(results)).results()).isEqualTo(results);
    }

    @Test
    void oneResultAloneIsNeverStale() {
        Result passed = result(ONE, PASSED);

        assertThat(overlay(AREA).apply(passed)).isSameAs(passed);
        assertThat(overlay(EXPIRED).apply(passed)).isSameAs(passed);
        assertThat(overlay(AREA).apply(result(ONE, FAILED)).outcome()).isEqualTo(Outcome.WAIVED);
        assertThat(overlay(EXPIRED).apply(result(ONE, FAILED)).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void globThatNamesOneScenarioIsAsGoodAsItsId() {
        assertThat(overlay("timestamp/hour-ol?").apply(result(ONE, PASSED)).outcome())
                .isEqualTo(Outcome.STALE_WAIVER);
        assertThat(overlay("timestamp/hour-ol?").stale(List.of(result(ONE, PASSED))))
                .isEmpty();
    }

    @Test
    void expiredOneLetsFailuresCountAgain() {
        Report report = overlay(EXPIRED).apply(report(results(AREA, id -> id.equals(ONE) ? FAILED : PASSED)));

        assertThat(report.with(Outcome.FAILED))
                .singleElement()
                .satisfies(result ->
                        assertThat(fact(result, Fact.WAIVER_OVER).orElse("")).contains("it expired on 2026-06-14"));
        assertThat(report.count(Outcome.STALE_WAIVER)).isZero();
    }

    @Test
    void expiredOneIsStaleAsSoonAsNothingFails() {
        Report report = overlay(EXPIRED).apply(report(allBut(INCONCLUSIVE)));

        assertThat(report.count(Outcome.INCONCLUSIVE)).isEqualTo(1);
        assertThat(report.count(Outcome.STALE_WAIVER))
                .isEqualTo(report.results().size() - 1);
        assertThat(overlay(EXPIRED).stale(report.results()))
                .singleElement()
                .asString()
                .contains("and it expired on 2026-06-14");
    }

    /** The glob decides on what is left, and is judged by that alone. */
    @Test
    void idGoesBeforeAGlob() {
        Overlay overlay = overlay(AREA, ONE);
        Report report = overlay.apply(report(results(AREA, id -> id.equals(ONE) ? FAILED : PASSED)));

        assertThat(report.with(Outcome.WAIVED))
                .singleElement()
                .satisfies(result -> assertThat(fact(result, Fact.WAIVER_ENTRY))
                        .contains("timestamp/hour-old (entry 2 of the known failures)"));
        assertThat(report.count(Outcome.STALE_WAIVER))
                .isEqualTo(report.results().size() - 1);
    }

    @Test
    void expiredIdIsNotExcusedByAGlob() {
        Overlay overlay =
                overlay(KnownFailure.of(AREA, "r"), KnownFailure.of(ONE, "r").until(YESTERDAY));

        assertThat(overlay.apply(result(ONE, FAILED)).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void firstOfTwoGlobsDecides() {
        Overlay overlay = overlay("timestamp/h*", AREA);

        assertThat(fact(overlay.apply(result(ONE, FAILED)), Fact.WAIVER_ENTRY))
                .contains("timestamp/h* (entry 1 of the known failures)");
        assertThat(fact(overlay.apply(result("timestamp/day-old", FAILED)), Fact.WAIVER_ENTRY))
                .contains("timestamp/* (entry 2 of the known failures)");
    }
}
