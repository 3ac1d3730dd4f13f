package io.statuspulse.conformance.report;

import io.statuspulse.conformance.report.Style.Tone;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The report for people at a terminal. */
public final class TextReport {
    private final Report report;
    private final Page page;
    private final Names names;

    private TextReport(Report report, Style style) {
        this.report = report;
        this.page = new Page(style);
        this.names = new Names(report);
    }

    /**
     * Renders the report in lines of at most 80 columns: what explains many results, everything that is not passed with
     * the worst first, the counts, the conclusion. Nothing confidential is in it, and nothing that a terminal acts on
     * but the colours.
     *
     * @param color whether to add ANSI colours
     */
    public static String render(Report report, boolean color) {
        return new TextReport(Disclosure.of(report), Style.of(color)).render();
    }

    private String render() {
        report.interrupted().ifPresent(this::partial);
        Silence.of(report).ifPresent(this::unreachable);
        if (report.unreachable().isEmpty() && !report.effectsObserved()) {
            page.heading(
                    Tone.DOUBTFUL,
                    "EFFECTS NOT OBSERVED:",
                    "only answers were judged, not what was processed; --effects URL has that judged too.");
        }
        Failures failures = new Failures(page, report);
        report.diagnosis().forEach(finding -> finding(finding, failures));
        failures.print(Tone.BAD, "FAILED", report.with(Outcome.FAILED));
        failures.print(Tone.BAD, "STALE-WAIVER", Waivers.warnings(report));
        expired();
        stale();
        failures.print(Tone.DOUBTFUL, "WARNED", report.with(Outcome.WARNED));
        inconclusive();
        notApplicable();
        waived();
        unscored();
        observed();
        counts();
        return page.toString();
    }

    private void partial(String reason) {
        page.heading(
                Tone.DOUBTFUL,
                "PARTIAL REPORT:",
                "the run was ended before it was through (" + reason + "); what it did not come to is inconclusive.");
    }

    private void unreachable(Finding silence) {
        page.heading(Tone.BAD, "UNREACHABLE", report.target());
        page.text(2, silence.finding());
        evidence(silence);
    }

    /** A finding, and under it what failed for that reason. */
    private void finding(Finding finding, Failures failures) {
        page.blank();
        page.heading(Tone.BAD, "FOUND", finding.finding());
        evidence(finding);
        failures.printExplained(finding);
    }

    private void evidence(Finding finding) {
        entryUnlessBlank("seen", finding.evidence());
        String label = "mend";
        for (String hint : finding.mend().split("\n", -1)) {
            entryUnlessBlank(label, hint);
            label = "";
        }
    }

    private void entryUnlessBlank(String label, String words) {
        if (!words.isBlank()) {
            page.entry(2, label, words);
        }
    }

    /** Failures that were excused for too long are told above, as failures: here only which entry excused them. */
    private void expired() {
        for (Cluster entry : Waivers.byEntry(Waivers.expired(report))) {
            page.blank();
            page.heading(Tone.BAD, "EXPIRED-WAIVER", names.of(entry.results()));
            waiver(entry);
        }
    }

    private void stale() {
        for (Cluster entry : Waivers.byEntry(Waivers.stale(report))) {
            page.blank();
            page.heading(Tone.BAD, "STALE-WAIVER", entry.head());
            waiver(entry);
            if (entry.isSingle()) {
                Waivers.others(entry.first()).forEach(fact -> page.entry(2, fact.key(), fact.value()));
            } else {
                page.text(4, names.of(entry.results()));
            }
        }
    }

    private void waiver(Cluster entry) {
        page.text(2, Waivers.sentence(entry.first()));
        page.entry(2, Fact.WAIVER, Waivers.words(entry.first()));
    }

    private void inconclusive() {
        for (Cluster cluster : Cluster.of(report.with(Outcome.INCONCLUSIVE))) {
            page.blank();
            page.heading(Tone.DOUBTFUL, "INCONCLUSIVE", cluster.head());
            String reason = cluster.first().reason();
            boolean nobodyThere = report.unreachable().filter(reason::equals).isPresent();
            page.entry(2, "reason", nobodyThere ? "the receiver gave no answer, see above" : reason);
            List<Fact> facts = cluster.isSingle() ? cluster.first().facts() : cluster.shared();
            facts.forEach(fact -> page.entry(2, fact.key(), fact.value()));
            if (!cluster.isSingle() && !nobodyThere) {
                page.text(4, names.of(cluster.results()));
            }
        }
    }

    private void notApplicable() {
        List<Cluster> clusters = Cluster.of(report.with(Outcome.NOT_APPLICABLE));
        if (!clusters.isEmpty()) {
            page.blank();
        }
        for (Cluster cluster : clusters) {
            page.heading(Tone.STRONG, "NOT-APPLICABLE", cluster.first().reason() + ": " + names.of(cluster.results()));
        }
    }

    private void waived() {
        Map<String, List<Result>> byWords = report.with(Outcome.WAIVED).stream()
                .collect(Collectors.groupingBy(Waivers::words, LinkedHashMap::new, Collectors.toList()));
        if (!byWords.isEmpty()) {
            page.blank();
        }
        byWords.forEach((words, results) -> page.heading(Tone.STRONG, "WAIVED", names.of(results) + ": " + words));
    }

    /** What is newer than the suite that the run is scored as, and did not pass. */
    private void unscored() {
        report.with(Outcome.OBSERVED).stream().filter(TextReport::isUnscored).forEach(result -> {
            page.blank();
            page.heading(Tone.STRONG, "UNSCORED", Words.head(result.scenario()));
            page.text(2, result.scenario().title());
            if (!result.reason().isEmpty()) {
                page.entry(2, "reason", result.reason());
            }
            result.facts().forEach(fact -> page.entry(2, fact.key(), fact.value()));
        });
    }

    private static boolean isUnscored(Result result) {
        return !result.isScored() && !(result.verdict() instanceof Verdict.Passed);
    }

    private void observed() {
        page.blank();
        policies();
        Map<Boolean, List<Result>> observed = report.with(Outcome.OBSERVED).stream()
                .filter(result -> !isUnscored(result) && policies(result).isEmpty())
                .collect(Collectors.partitioningBy(result -> !seen(result).isEmpty()));
        for (Result result : observed.getOrDefault(true, List.of())) {
            page.heading(Tone.STRONG, "OBSERVED", result.scenario().id() + ": " + seen(result));
        }
        for (Cluster cluster : Cluster.of(observed.getOrDefault(false, List.of()))) {
            String answersOnly = cluster.shared().stream()
                    .filter(fact -> fact.key().equals(Fact.EFFECTS))
                    .map(fact -> "the answers are right, and effects were " + fact.value())
                    .findFirst()
                    .orElse("nothing that is worth telling");
            page.heading(Tone.STRONG, "OBSERVED", answersOnly + ": " + names.of(cluster.results()));
        }
        for (Result result : report.with(Outcome.PASSED)) {
            result.facts().stream()
                    .filter(fact -> fact.key().equals(Fact.REPORTED))
                    .forEach(fact -> page.heading(
                            Tone.STRONG, "REPORTED", result.scenario().id() + ": " + fact.value()));
        }
        tolerated();
    }

    /** What was decided that the contract leaves open, and by what that was seen. */
    private void policies() {
        Map<String, List<Result>> byPolicy = report.with(Outcome.OBSERVED).stream()
                .filter(result -> !policies(result).isEmpty())
                .collect(Collectors.groupingBy(TextReport::policies, LinkedHashMap::new, Collectors.toList()));
        byPolicy.forEach((policy, results) -> page.heading(
                Tone.STRONG,
                "OBSERVED",
                policy
                        + (isDecidedBothWays(policy, byPolicy.keySet())
                                ? ": " + names.of(results)
                                : " (" + results.size() + " of " + results.size() + ")")));
    }

    /** Only then it matters which is which. */
    private static boolean isDecidedBothWays(String policy, Set<String> all) {
        String name = policy.substring(0, policy.indexOf(':') + 1);
        return all.stream().filter(other -> other.startsWith(name)).count() > 1;
    }

    private static String policies(Result result) {
        return result.facts().stream()
                .filter(fact -> fact.key().equals(Fact.POLICY))
                .map(Fact::value)
                .collect(Collectors.joining("; "));
    }

    /** What is tolerated passes, but is not what was wanted. */
    private void tolerated() {
        List<Result> results = report.with(Outcome.PASSED).stream()
                .filter(result -> !seen(result).isEmpty())
                .toList();
        if (!results.isEmpty()) {
            page.heading(Tone.STRONG, "TOLERATED", "answered 2xx where a 4xx is better: " + names.of(results));
        }
    }

    private static String seen(Result result) {
        return result.facts().stream()
                .filter(fact -> fact.key().equals("observed"))
                .map(Fact::value)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private void counts() {
        String counts = Arrays.stream(Outcome.values())
                .filter(outcome -> report.count(outcome) > 0)
                .map(outcome -> report.count(outcome) + " " + outcome.label().replace('-', ' '))
                .collect(Collectors.joining(", "));
        page.blank();
        page.text(
                0,
                Words.scenarios(report.results().size()) + (counts.isEmpty() ? "" : ": " + counts) + " in "
                        + Words.seconds(report.duration(), 2) + " s (profile " + report.profile()
                        + report.shard()
                                .map(shard -> ", shard " + shard.label() + " of " + shard.selected())
                                .orElse("")
                        + ", seed "
                        + report.seed() + ")");
        page.heading(Conclusions.tone(report), report.conclusion() + ":", Conclusions.words(report));
    }
}
