package io.statuspulse.conformance.run;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.conformance.verdict.Verdict;
import java.time.Duration;
import java.util.List;

/**
 * What the answers showed; what the receiver did is still to be read.
 *
 * @param verdict the verdict by the answers
 * @param claims what must be true of effects for it to stand
 */
record Pending(Scenario scenario, Verdict verdict, List<Sent> sent, List<Claim> claims, Duration duration) {

    /** What comes of a scenario that was not run to its end. */
    static Pending cutOff(Scenario scenario, String reason) {
        return new Pending(scenario, new Verdict.Inconclusive(reason, List.of()), List.of(), List.of(), Duration.ZERO);
    }

    Pending with(Verdict changed) {
        return new Pending(scenario, changed, sent, claims, duration);
    }
}
