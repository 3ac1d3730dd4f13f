package io.statuspulse.junit;

import io.statuspulse.conformance.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One scenario of a {@link ConformanceTest}: the parameter of its method. */
public final class ScenarioRun {
    private final Scenario scenario;
    private final ExtensionContext test;
    private final Choice choice;
    private @Nullable Judgement judgement;

    ScenarioRun(Scenario scenario, ExtensionContext test, Choice choice) {
        this.scenario = scenario;
        this.test = test;
        this.choice = choice;
    }

    /** The scenario, e.g. for its id. */
    public Scenario scenario() {
        return scenario;
    }

    /**
     * Sends what the scenario says and judges what comes back; when called again, and after the body, it ends as it did the
     * first time.
     *
     * @throws AssertionError if it failed or was inconclusive
     * @throws org.opentest4j.TestAbortedException if it is not applicable, or no more than a warning
     */
    public synchronized void verify() {
        if (judgement == null) {
            LiveSession session = LiveSession.of(ReceiverRegistry.find(test));
            ExtensionContext template = test.getParent().orElseThrow();
            ScenarioBatch batch = ScenarioBatch.of(
                    template, session, () -> ConformanceTemplate.selected(template, choice, session.tolerance()));
            judgement = Judgement.of(batch.result(scenario.id()), session);
        }
        judgement.conclude(test);
    }

    @Override
    public String toString() {
        return scenario.id();
    }
}
