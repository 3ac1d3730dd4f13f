package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.couldNotRun;

import io.statuspulse.conformance.run.EffectProbe.UnreadableEffectsException;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.RunAgain;
import io.statuspulse.conformance.verdict.Shard;
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

    /** As {@link #of(Progress, RunSettings, String, List, Interruption)}, where a signal just ends the JVM. */
    static SuiteRun of(Progress progress, RunSettings settings, String selection, List<Scenario> scenarios) {
        return of(progress, settings, selection, scenarios, Interruption.none());
    }

    /** Runs the scenarios; closes what shows the progress. */
    static SuiteRun of(
            Progress progress,
            RunSettings settings,
            String selection,
            List<Scenario> scenarios,
            Interruption interruption) {
        try (progress;
                Session session = CliException.checked(() -> Session.open(settings))) {
            interruption.stopWith(() -> session.stop(Interruption.REASON));
            Optional<String> nobodyThere =
                    session.unreachable().map(why -> why + "; is the receiver running, and is the URL right?");
            Report report = session.run(selection, scenarios, progress);
            interruption.over();
            boolean told = judgedAnything(report) || report.interrupted().isPresent();
            return new SuiteRun(report, told ? Optional.empty() : nobodyThere);
        } catch (UnreadableEffectsException e) {
            if (interruption.over()) {
                return interrupted(settings, selection, scenarios);
            }
            throw couldNotRun(String.valueOf(e.getMessage()), e);
        }
    }

    /** What comes of a run that was interrupted before it began. */
    static SuiteRun interrupted(RunSettings settings, String selection, List<Scenario> scenarios) {
        return new SuiteRun(
                Session.notRun(settings, selection, scenarios, Interruption.REASON, /* interrupted= */ true),
                Optional.empty());
    }

    /** What comes of a run for which there is no receiver, for that reason. */
    static SuiteRun notRun(RunSettings settings, String selection, List<Scenario> scenarios, String reason) {
        return new SuiteRun(
                Session.notRun(settings, selection, scenarios, reason, /* interrupted= */ false), Optional.of(reason));
    }

    /** Where no delivery gets through because of the certificate, it is the certificate that is judged. */
    private static boolean judgedAnything(Report report) {
        return report.results().stream()
                .anyMatch(result ->
                        result.outcome() != Outcome.INCONCLUSIVE && result.outcome() != Outcome.NOT_APPLICABLE);
    }

    /** Returns the same as that part of a run, with that way to run its scenarios again. */
    SuiteRun of(Optional<Shard> shard, RunAgain again) {
        return new SuiteRun(report.of(shard, again), nobodyThere);
    }

    /** Returns the same with known failures laid over it. */
    SuiteRun with(Overlay knownFailures) {
        return new SuiteRun(knownFailures.apply(report), nobodyThere);
    }

    ExitCode exitCode() {
        return ExitCode.of(report.conclusion());
    }
}
