package io.statuspulse.conformance.verdict;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.simulator.wire.Exchange;
import java.time.Duration;
import java.util.List;

/**
 * What came of one scenario.
 *
 * @param scenario the scenario
 * @param verdict what it showed
 * @param outcome the verdict weighed by the scenario's level
 * @param sent everything that was sent for it, in order
 * @param duration how long it took, waiting for a turn excluded
 */
public record Result(Scenario scenario, Verdict verdict, Outcome outcome, List<Sent> sent, Duration duration) {

    public Result {
        sent = List.copyOf(sent);
    }

    /**
     * One exchange and its part in the scenario.
     *
     * @param role its part
     * @param exchange what was sent and came back
     */
    public record Sent(Role role, Exchange exchange) {}

    /** The part that an exchange plays. */
    public enum Role {
        /** The same delivery without its fault. */
        CONTROL,
        /** What the scenario is about. */
        TRIAL,
        /** A valid delivery afterwards. */
        ALIVE
    }

    /** The verdict's facts. */
    public List<Fact> facts() {
        return verdict.facts();
    }

    /** Returns whether it counts: the scenario is not newer than the suite that the run is scored as. */
    public boolean isScored() {
        return facts().stream().noneMatch(fact -> fact.key().equals(Fact.UNSCORED));
    }

    /** Why the verdict is neither passed nor failed; empty where it is. */
    public String reason() {
        if (verdict instanceof Verdict.Inconclusive inconclusive) {
            return inconclusive.reason();
        }
        return verdict instanceof Verdict.NotApplicable notApplicable ? notApplicable.reason() : "";
    }
}
