package io.statuspulse.conformance.run;

import io.statuspulse.conformance.scenario.Scenario;

/** Hears how a run goes on. Called from several threads, one at a time. */
@FunctionalInterface
public interface RunListener {
    RunListener SILENT = (scenario, done, total) -> {};

    /**
     * A scenario has sent what it sends; its verdict comes with the report.
     *
     * @param done how many have, this one included
     * @param total how many there are
     */
    void finished(Scenario scenario, int done, int total);
}
