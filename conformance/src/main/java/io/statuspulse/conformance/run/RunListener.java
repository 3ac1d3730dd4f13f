package io.statuspulse.conformance.run;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Result;

/** Hears how a run goes on. Called from several threads, one at a time; what it does holds up the run. */
@FunctionalInterface
public interface RunListener {
    RunListener SILENT = (byAnswers, done, total) -> {};

    /** A scenario's turn has come; nothing has been sent for it yet. */
    default void begun(Scenario scenario) {}

    /**
     * A scenario has sent what it sends.
     *
     * @param byAnswers what came of it as far as answers tell; the report's result may differ, for what the receiver did is
     *     read later
     * @param done how many have finished, this one included
     * @param total how many there are
     */
    void finished(Result byAnswers, int done, int total);

    /**
     * Everything was sent, and the receiver has not done all of it yet: it is waited for.
     *
     * @param events how many of those that it accepted do not show as processed
     */
    default void awaitingEffects(int events) {}
}
