package io.statuspulse.conformance.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.recorded.Change.Kind;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {
    private static final String ID = "signature/missing";

    private static Comparison compare(Level level, Outcome then, Outcome now) {
        return Comparison.of(
                Recordings.of("2026-03-09T14:00:00Z", Recordings.result(ID, level, then)),
                Recordings.of("2026-03-10T14:00:00Z", Recordings.result(ID, level, now)));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void sameVerdictIsNoDifference(Outcome outcome) {
        Comparison same = compare(Level.MUST, outcome, outcome);

        assertThat(same.differs()).isFalse();
        assertThat(same.regressions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MUST, PASSED, FAILED, NEWLY_FAILING, true",
        "MUST, OBSERVED, FAILED, NEWLY_FAILING, true",
        "MUST, INCONCLUSIVE, FAILED, NEWLY_FAILING, true",
        "MUST, WAIVED, FAILED, NEWLY_FAILING, true",
        "MUST, WAIVED, STALE_WAIVER, NEWLY_FAILING, true",
        "SHOULD, WARNED, FAILED, NEWLY_FAILING, true",
        "MUST, FAILED, STALE_WAIVER, STILL_FAILING, false",
        "MUST, PASSED, INCONCLUSIVE, NEWLY_INCONCLUSIVE, true",
        "SHOULD, PASSED, INCONCLUSIVE, NEWLY_INCONCLUSIVE, false",
        "MUST, FAILED, INCONCLUSIVE, NEWLY_INCONCLUSIVE, false",
        "MUST, FAILED, PASSED, NEWLY_PASSING, false",
        "MUST, STALE_WAIVER, PASSED, NEWLY_PASSING, false",
        "MUST, FAILED, OBSERVED, NEWLY_PASSING, false",
        "MUST, FAILED, WAIVED, NO_LONGER_FAILING, false",
        "SHOULD, FAILED, WARNED, NO_LONGER_FAILING, false",
        "MUST, FAILED, NOT_APPLICABLE, NO_LONGER_FAILING, false",
        "SHOULD, PASSED, WARNED, OTHERWISE, false",
        "MUST, INCONCLUSIVE, PASSED, OTHERWISE, false",
        "MUST, PASSED, NOT_APPLICABLE, OTHERWISE, false",
    })
    void changesAreOfAKind(Level level, Outcome then, Outcome now, Kind kind, boolean worse) {
        Comparison comparison = compare(level, then, now);

        assertThat(comparison.changes()).extracting(Change::kind).containsExactly(kind);
        assertThat(!comparison.regressions().isEmpty()).isEqualTo(worse);
        assertThat(comparison.differs()).isEqualTo(kind != Kind.STILL_FAILING);
    }

    /** Whoever goes back to an older suite has mended nothing. */
    @Test
    void whatIsNotScoredAnyMoreDoesNotPass() {
        RecordedResult unscored =
                Recordings.must(ID, Outcome.OBSERVED, new Fact(Fact.UNSCORED, "would fail: new in suite 1.1"));

        Comparison comparison = Comparison.of(
                Recordings.of("2026-03-09T14:00:00Z", Recordings.must(ID, Outcome.FAILED)),
                Recordings.of("2026-03-10T14:00:00Z", unscored));

        assertThat(comparison.changes()).extracting(Change::kind).containsExactly(Kind.NO_LONGER_FAILING);
        assertThat(comparison.regressions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void scenarioThatOneRunLacksIsNoRegressionWhateverItsVerdict(Outcome outcome) {
        RecordedReport none = Recordings.of("2026-03-09T14:00:00Z");
        RecordedReport one = Recordings.of("2026-03-10T14:00:00Z", Recordings.must(ID, outcome));

        assertThat(Comparison.of(none, one).changes()).extracting(Change::kind).containsExactly(Kind.ADDED);
        assertThat(Comparison.of(one, none).changes()).extracting(Change::kind).containsExactly(Kind.NO_LONGER_RUN);
        assertThat(Comparison.of(none, one).regressions()).isEmpty();
        assertThat(Comparison.of(one, none).regressions()).isEmpty();
        assertThat(Comparison.of(one, none).differs()).isTrue();
    }

    @Test
    void changesAreInTheOrderOfTheLaterRun() {
        Comparison comparison = Comparison.of(
                Recordings.of(
                        "2026-03-09T14:00:00Z",
                        Recordings.must("a/gone", Outcome.PASSED),
                        Recordings.must("a/one", Outcome.PASSED),
                        Recordings.must("a/two", Outcome.PASSED),
                        Recordings.must("a/same", Outcome.PASSED)),
                Recordings.of(
                        "2026-03-10T14:00:00Z",
                        Recordings.must("a/two", Outcome.FAILED),
                        Recordings.must("a/same", Outcome.PASSED),
                        Recordings.must("a/one", Outcome.FAILED)));

        assertThat(comparison.changes())
                .extracting(change -> change.latest().id())
                .containsExactly("a/two", "a/one", "a/gone");
    }
}
