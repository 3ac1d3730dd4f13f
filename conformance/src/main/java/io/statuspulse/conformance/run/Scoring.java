package io.statuspulse.conformance.run;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.SuiteVersion;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Weighs verdicts. What is newer than the suite that a run is scored as is observed where it did not pass, so that a new
 * version of the kit breaks nobody's build.
 *
 * @param strict whether a failed SHOULD is a failure
 * @param suite the version that the run is scored as; empty for the newest
 */
record Scoring(boolean strict, Optional<SuiteVersion> suite) {

    /** Returns whether the suite that the run is scored as had that scenario. */
    boolean scores(Scenario scenario) {
        return suite.filter(scored -> scenario.since().compareTo(scored) > 0).isEmpty();
    }

    Result weigh(Pending pending) {
        Scenario scenario = pending.scenario();
        Verdict verdict = pending.verdict();
        Outcome outcome = Outcome.of(scenario, verdict, strict);
        boolean unscored = outcome != Outcome.NOT_APPLICABLE && !scores(scenario);
        return new Result(
                scenario,
                unscored ? unscored(verdict, outcome, scenario) : verdict,
                unscored && outcome != Outcome.PASSED ? Outcome.OBSERVED : outcome,
                pending.sent(),
                pending.duration());
    }

    private Verdict unscored(Verdict verdict, Outcome outcome, Scenario scenario) {
        String would = switch (outcome) {
            case FAILED -> "would fail: ";
            case WARNED -> "would be a warning: ";
            case INCONCLUSIVE -> "would be inconclusive: ";
            default -> "";
        };
        Fact fact = new Fact(
                Fact.UNSCORED,
                would + "new in suite " + scenario.since() + ", not scored in suite " + suite.orElseThrow());
        List<Fact> facts = new ArrayList<>(List.of(fact));
        facts.addAll(verdict.facts());
        if (verdict instanceof Verdict.Failed failed) {
            return new Verdict.Failed(facts, failed.warningOnly());
        }
        return verdict instanceof Verdict.Inconclusive inconclusive
                ? new Verdict.Inconclusive(inconclusive.reason(), facts)
                : new Verdict.Passed(facts);
    }
}
