package io.statuspulse.conformance.report;

import io.statuspulse.conformance.report.Style.Tone;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The end of a report in words. */
final class Conclusions {
    private Conclusions() {}

    /** Returns one sentence that says how the run ended. */
    static String words(Report report) {
        return switch (report.conclusion()) {
            case PASSED ->
                "Every MUST that was run holds" + exceptions(report)
                        + (report.effectsObserved() ? "." : ", as far as answers tell: effects were not observed.");
            case FAILED -> failed(report);
            case INCOMPLETE -> incomplete(report);
        };
    }

    static Tone tone(Report report) {
        return switch (report.conclusion()) {
            case PASSED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case INCOMPLETE -> Tone.DOUBTFUL;
        };
    }

    private static String exceptions(Report report) {
        long waived = report.with(Outcome.WAIVED).stream()
                .filter(r -> r.scenario().level() == Level.MUST)
                .count();
        return waived == 0 ? "" : " but " + waived + (waived == 1 ? " that is waived" : " that are waived");
    }

    private static String failed(Report report) {
        List<String> parts = new ArrayList<>();
        int failed = report.count(Outcome.FAILED);
        if (failed > 0) {
            parts.add("the receiver breaks " + broken(report));
        }
        int stale = Waivers.byEntry(Waivers.stale(report)).size();
        if (stale > 0) {
            parts.add(stale == 1 ? "1 waiver is stale" : stale + " waivers are stale");
        }
        int expired = Waivers.byEntry(Waivers.expired(report)).size();
        if (expired > 0) {
            parts.add(expired == 1 ? "1 waiver has expired" : expired + " waivers have expired");
        }
        if (report.unreachable().isPresent() || report.interrupted().isPresent()) {
            parts.add("not everything could be judged");
        }
        String words = String.join("; ", parts) + ".";
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Returns what of it is the contract, and what are rules of the user's own. */
    private static String broken(Report report) {
        long own = report.with(Outcome.FAILED).stream()
                .filter(result -> result.scenario().isOwn())
                .count();
        long contract = report.count(Outcome.FAILED) - own;
        String rules = "your own rules in " + Words.scenarios(own);
        return contract == 0
                ? rules
                : "the contract in " + Words.scenarios(contract) + (own == 0 ? "" : " and " + rules);
    }

    private static String incomplete(Report report) {
        if (report.interrupted().isPresent()) {
            return "The run was ended before it was through ("
                    + report.interrupted().get() + ").";
        }
        if (Silence.of(report).isPresent()) {
            return Silence.of(report).get().finding();
        }
        long inconclusive = report.with(Outcome.INCONCLUSIVE).stream()
                .filter(r -> r.scenario().level() == Level.MUST)
                .count();
        if (inconclusive > 0) {
            String failed =
                    report.count(Outcome.WAIVED) == 0 ? "Nothing was seen to fail" : "All that failed is waived";
            return failed + ", but what was seen of " + inconclusive + " MUST "
                    + (inconclusive == 1 ? "scenario" : "scenarios") + " proves nothing.";
        }
        if (report.results().isEmpty()) {
            return "Nothing was run.";
        }
        return report.results().stream().allMatch(Result::isScored)
                ? "No scenario that was selected applies."
                : "Nothing that was run is scored: all of it is newer than the suite that the run is scored as.";
    }
}
