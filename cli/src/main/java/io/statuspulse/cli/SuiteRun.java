package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.couldNotRun;

import io.statuspulse.conformance.run.EffectProbe.UnreadableEffectsException;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Report;
import java.util.List;
import java.util.Optional;

/**
 * What came of running the suite.
 *
 * @param report the report
 * @param nobodyThere why nothing was even begun; empty where it was
 */
record SuiteRun(Report report, Optional<String> nobodyThere) {

    /** Runs the scenarios, showing progress. */
    static SuiteRun of(Io io, RunSettings settings, String selection, List<Scenario> scenarios) {
        try (Session session = CliException.checked(() -> Session.open(settings));
                Progress progress = new Progress(io)) {
            Optional<String> nobodyThere = session.unreachable();
            return new SuiteRun(session.run(selection, scenarios, progress), nobodyThere);
        } catch (UnreadableEffectsException e) {
            throw couldNotRun(String.valueOf(e.getMessage()), e);
        }
    }

    ExitCode exitCode() {
        return switch (report.conclusion()) {
            case PASSED -> ExitCode.OK;
            case FAILED -> ExitCode.FAILED;
            case INCOMPLETE -> ExitCode.COULD_NOT_RUN;
        };
    }
}
