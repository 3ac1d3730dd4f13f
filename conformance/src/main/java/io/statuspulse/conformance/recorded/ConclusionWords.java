package io.statuspulse.conformance.recorded;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a run ended, in one sentence. */
final class ConclusionWords {
    private ConclusionWords() {}

    static String of(RecordedReport report) {
        return switch (report.conclusion()) {
            case PASSED ->
                "Every MUST that was run holds" + exceptions(report)
                        + (report.effectsObserved() ? "." : ", as far as answers tell: effects were not observed.");
            case FAILED -> failed(report);
            case INCOMPLETE -> incomplete(report);
        };
    }

    private static String exceptions(RecordedReport report) {
        long waived = report.with(Outcome.WAIVED).stream()
                .filter(result -> result.level() == Level.MUST)
                .count();
        return waived == 0 ? "" : " but " + waived + (waived == 1 ? " that is waived" : " that are waived");
    }

    private static String failed(RecordedReport report) {
        List<String> parts = new ArrayList<>();
        if (report.count(Outcome.FAILED) > 0) {
            parts.add("the receiver breaks " + broken(report));
        }
        long stale = waivers(report, false);
        if (stale > 0) {
            parts.add(stale == 1 ? "1 waiver is stale" : stale + " waivers are stale");
        }
        long expired = waivers(report, true);
        if (expired > 0) {
            parts.add(expired == 1 ? "1 waiver has expired" : expired + " waivers have expired");
        }
        if (report.silence().isPresent() || report.interrupted()) {
            parts.add("not everything could be judged");
        }
        String words = String.join("; ", parts) + ".";
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Returns what of it is the contract, and what are rules of the user's own. */
    private static String broken(RecordedReport report) {
        long own = report.with(Outcome.FAILED).stream()
                .filter(RecordedResult::isOwn)
                .count();
        long contract = report.count(Outcome.FAILED) - own;
        String rules = "your own rules in " + scenarios(own);
        return contract == 0 ? rules : "the contract in " + scenarios(contract) + (own == 0 ? "" : " and " + rules);
    }

    /** Counts entries of known failures that hold no more: because what they waive passed, or although it failed. */
    private static long waivers(RecordedReport report, boolean failed) {
        return report.results().stream()
                .filter(result -> result.outcome() == Outcome.STALE_WAIVER
                        || !result.facts(Fact.WAIVER_OVER).isEmpty())
                .filter(result -> result.failedAfterItsWaiver() == failed)
                .map(result ->
                        result.facts(Fact.WAIVER_ENTRY).stream().findFirst().orElse(result.id()))
                .distinct()
                .count();
    }

    private static String incomplete(RecordedReport report) {
        if (report.interrupted()) {
            return "The run was ended before it was through.";
        }
        if (report.silence().isPresent()) {
            return report.silence().get().finding();
        }
        long inconclusive = report.with(Outcome.INCONCLUSIVE).stream()
                .filter(result -> result.level() == Level.MUST)
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
        return report.results().stream().allMatch(RecordedResult::isScored)
                ? "No scenario that was selected applies."
                : "Nothing that was run is scored: all of it is newer than the suite that the run is scored as.";
    }

    private static String scenarios(long count) {
        return count + (count == 1 ? " scenario" : " scenarios");
    }
}
