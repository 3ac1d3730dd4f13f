package io.statuspulse.conformance.inprocess;

import io.statuspulse.conformance.scenario.Scenario;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which scenarios keep their meaning within a process. What is not known to keep it does not: a scenario that passes
 * without what it is about is worse than one that is not run.
 */
final class Applicability {
    private final Function<Scenario, Optional<String>> rule;

    private Applicability(Function<Scenario, Optional<String>> rule) {
        this.rule = rule;
    }

    /** Of code that answers whole requests. */
    static Applicability ofHandler() {
        return new Applicability(OverAConnection::whyNot);
    }

    /** Of a function that accepts or rejects. */
    static Applicability ofVerifier() {
        return new Applicability(
                scenario -> OverAConnection.whyNot(scenario).or(() -> BeyondVerification.whyNot(scenario, false)));
    }

    /** Of a function that says in words why it rejects. */
    static Applicability ofVerifierThatExplains() {
        return new Applicability(
                scenario -> OverAConnection.whyNot(scenario).or(() -> BeyondVerification.whyNot(scenario, true)));
    }

    Applicability without(String scenarioId, String reason) {
        Map<String, String> own = new HashMap<>();
        own.put(scenarioId, reason);
        return new Applicability(
                scenario -> Optional.ofNullable(own.get(scenario.id())).or(() -> rule.apply(scenario)));
    }

    Optional<String> whyNot(Scenario scenario) {
        return rule.apply(scenario);
    }
}
