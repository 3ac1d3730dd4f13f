package io.statuspulse.conformance.verdict;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Trial;
import java.util.Locale;

/** A verdict weighed by its scenario's level: the word that reports show and counts are made of. */
public enum Outcome {
    PASSED,
    FAILED,
    WARNED,
    INCONCLUSIVE,
    NOT_APPLICABLE,
    /** Recorded: there is no right or wrong, or what the receiver did could not be seen beside what it answered. */
    OBSERVED,
    /** Failed, and known to. */
    WAIVED,
    /** Known to fail, and passed. */
    STALE_WAIVER;

    /** Weighs a verdict; {@code strict} makes a failed SHOULD a failure. */
    public static Outcome of(Scenario scenario, Verdict verdict, boolean strict) {
        if (verdict instanceof Verdict.Passed) {
            return scenario.expect() == Expect.OBSERVE || lacksItsEffects(scenario, verdict) ? OBSERVED : PASSED;
        }
        if (verdict instanceof Verdict.Failed failed) {
            boolean binding = scenario.level() == Level.MUST || (strict && scenario.level() == Level.SHOULD);
            return binding && !failed.warningOnly() ? FAILED : WARNED;
        }
        return verdict instanceof Verdict.Inconclusive ? INCONCLUSIVE : NOT_APPLICABLE;
    }

    /** A scenario about processing once has not passed where only the answers were seen. */
    private static boolean lacksItsEffects(Scenario scenario, Verdict verdict) {
        return scenario.trials().stream().anyMatch(trial -> trial.effects() == Trial.Effects.ONCE)
                && verdict.facts().stream().anyMatch(fact -> fact.key().equals(Fact.EFFECTS));
    }

    /** The name as reports write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
