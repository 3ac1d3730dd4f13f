package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.couldNotRun;

import io.statuspulse.conformance.run.EffectProbe.UnreadableEffectsException;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.waiver.Overlay;
import java.util.List;
import java.util.Optional;

/**
 * What came of running the suite.
 *
 * @param report the report
 * @param nobodyThere why nothing could be judged; empty where something was
 */
record SuiteRun(Report report, Optional<String> nobodyThere) {

    /** Runs the scenarios, showing progress. */
    static SuiteRun of(Io io, RunSettings settings, String selection, List<Scenario> scenarios) {
        try (Session session = CliException.checked(() -> Session.open(settings));
                Progress progress = new Progress(io)) {
            Optional<String> nobodyThere = session.unreachable();
            Report report = session.run(selection, scenarios, progress);
            return new SuiteRun(report, judgedAnything(report) ? Optional.empty() : nobodyThere);
        } catch (UnreadableEffectsException e) {
            throw couldNotRun(String.valueOf(e.getMessage()), e);
        }
    }

    /** Where no delivery gets through because of the certificate, it is the certificate that is judged. */
    private static boolean judgedAnything(Report report) {
        return report.results().stream()
                .anyMatch(result ->
                        result.outcome() != Outcome.INCONCLUSIVE && result.outcome() != Outcome.NOT_APPLICABLE);
    }

    /** Returns the same with known failures laid over it. */
    SuiteRun with(Overlay knownFailures) {
        return new SuiteRun(knownFailures.apply(report), nobodyThere);
    }

    ExitCode exitCode() {
        return switch (report.conclusion()) {
            case PASSED -> ExitCode.OK;
            case FAILED -> ExitCode.FAILED;
            case INCOMPLETE -> ExitCode.COULD_NOT_RUN;
        };
    }
}
