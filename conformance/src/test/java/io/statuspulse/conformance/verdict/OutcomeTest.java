package io.statuspulse.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Trial.Effects;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "MUST, false, FAILED",
        "MUST, true, FAILED",
        "SHOULD, false, WARNED",
        "SHOULD, true, FAILED",
        "MAY, false, WARNED",
        "MAY, true, WARNED"
    })
    void failureWeighsAsMuchAsItsLevel(Level level, boolean strict, Outcome outcome) {
        assertThat(Outcome.of(Results.scenario(level), Results.FAILED, strict)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void failureThatIsTheServersIsNoMoreThanAWarning(Level level) {
        assertThat(Outcome.of(Results.scenario(level), Results.FAILED_BY_ITS_SERVER, true))
                .isEqualTo(Outcome.WARNED);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void otherVerdictsWeighTheSameAtEveryLevel(Level level) {
        Scenario scenario = Results.scenario(level);

        assertThat(Outcome.of(scenario, Results.PASSED, true)).isEqualTo(Outcome.PASSED);
        assertThat(Outcome.of(scenario, Results.INCONCLUSIVE, true)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(Outcome.of(scenario, Results.NOT_APPLICABLE, true)).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void whatIsOnlyObservedNeitherPassesNorHidesItsFailure() {
        Scenario observing = Results.scenario(Level.MAY, Expect.OBSERVE, Effects.ANY);

        assertThat(Outcome.of(observing, Results.PASSED, false)).isEqualTo(Outcome.OBSERVED);
        assertThat(Outcome.of(observing, Results.FAILED, false)).isEqualTo(Outcome.WARNED);
    }

    @Test
    void processingOnceHasNotPassedWhereEffectsWereNotSeen() {
        Scenario once = Results.scenario(Level.MUST, Expect.ONCE, Effects.ONCE);
        Verdict unseen = new Verdict.Passed(List.of(new Fact(Fact.EFFECTS, "not observed")));

        assertThat(Outcome.of(once, unseen, false)).isEqualTo(Outcome.OBSERVED);
        assertThat(Outcome.of(once, Results.PASSED, false)).isEqualTo(Outcome.PASSED);
        assertThat(Outcome.of(once, new Verdict.Passed(List.of(new Fact("observed", "200 OK"))), false))
                .isEqualTo(Outcome.PASSED);
        assertThat(Outcome.of(Results.scenario(Level.MUST), unseen, false)).isEqualTo(Outcome.PASSED);
    }

    @Test
    void labelsAreThoseOfReports() {
        assertThat(Outcome.values())
                .extracting(Outcome::label)
                .containsExactly(
                        "passed",
                        "failed",
                        "warned",
                        "inconclusive",
                        "not-applicable",
                        "observed",
                        "waived",
                        "stale-waiver");
    }
}
