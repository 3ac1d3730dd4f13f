package io.statuspulse.conformance.suite;

import io.statuspulse.conformance.scenario.Scenario;
import java.time.Duration;
import java.util.List;

/**
 * A user's own scenarios. Implementations are found by {@link java.util.ServiceLoader}: public, with a public constructor
 * without parameters, and named in {@code META-INF/services/io.statuspulse.conformance.suite.ScenarioSource}.
 */
public interface ScenarioSource {

    /** Returns the scenarios in the order in which they are listed, not empty; each time the same. */
    List<Scenario> scenarios();

    /**
     * Returns the scenarios for a receiver with that tolerance of timestamps. Default: those of {@link #scenarios()}. Ids,
     * and everything else that is listed, must be the same for every tolerance.
     */
    default List<Scenario> scenarios(Duration tolerance) {
        return scenarios();
    }
}
