package io.statuspulse.conformance.report;

import io.statuspulse.conformance.curl.Curl;
import io.statuspulse.conformance.report.Style.Tone;
import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells what failed so that one cause is read once: results are put together by how they are mended, and where a great
 * many got the same answer, they are only named. Requirements, reasons and hints are said the first time only.
 */
final class Failures {
    /** More than so many with the same answer have one cause, and their particulars would bury it. */
    private static final int MANY = 12;
    /** Only of a run of so few is told how to send them by hand: such a line is long. */
    private static final int FEW = 3;
    /** How many hints a crowd gets: those that concern most of it. */
    private static final int HINTS_FOR_CROWD = 3;

    private final Page page;
    private final Report report;
    private final Hints hints;
    private final Names names;

    /** Answers of which a crowd was told already: a few more that got them are no news. */
    private final Set<String> crowds = new HashSet<>();

    private final Set<String> printed = new HashSet<>();

    Failures(Page page, Report report) {
        this.page = page;
        this.report = report;
        this.hints = new Hints(page);
        this.names = new Names(report);
    }

    /** Prints what a finding explains, unless another one did before. */
    void printExplained(Finding finding) {
        print(Tone.BAD, "FAILED", explained(finding, Outcome.FAILED), Optional.of(finding));
        print(Tone.DOUBTFUL, "WARNED", explained(finding, Outcome.WARNED), Optional.of(finding));
    }

    private List<Result> explained(Finding finding, Outcome outcome) {
        return report.with(outcome).stream()
                .filter(result -> finding.explains().contains(result.scenario().id()))
                .toList();
    }

    /** Prints those that were not printed under a finding. */
    void print(Tone tone, String word, List<Result> results) {
        print(tone, word, results, Optional.empty());
    }

    private void print(Tone tone, String word, List<Result> all, Optional<Finding> cause) {
        List<Result> results = all.stream()
                .filter(result -> printed.add(result.scenario().id()))
                .toList();
        List<Result> others = new ArrayList<>();
        for (Cluster cluster : Cluster.byAnswer(results)) {
            String answer = Cluster.answer(cluster.first());
            if (cluster.size() > MANY || crowds.contains(answer)) {
                crowds.add(answer);
                crowd(tone, word, cluster, cause.isPresent());
            } else {
                others.addAll(cluster.results());
            }
        }
        byMend(others).values().forEach(group -> group(tone, word, group, cause));
    }

    private void group(Tone tone, String word, List<Result> group, Optional<Finding> cause) {
        List<Scenario> scenarios = group.stream().map(Result::scenario).toList();
        boolean oneWhy = scenarios.stream().map(Scenario::why).distinct().count() == 1;
        List<Cluster> clusters = Cluster.of(group);
        for (Cluster cluster : clusters) {
            page.blank();
            if (cluster.isSingle()) {
                page.heading(tone, word, cluster.head());
                page.text(2, cluster.first().scenario().title());
                Waivers.others(cluster.first()).forEach(fact -> page.entry(2, fact.key(), fact.value()));
                if (!oneWhy) {
                    hints.why(2, cluster.first().scenario());
                }
            } else {
                page.heading(tone, word, cluster.head() + answers(cluster));
                cluster.shared().forEach(fact -> page.entry(2, fact.key(), fact.value()));
                cluster.results().forEach(result -> member(result, !oneWhy));
            }
        }
        if (clusters.size() > 1) {
            page.blank();
            page.text(2, "About these " + group.size() + ":");
        }
        hints.requirements(scenarios);
        if (oneWhy) {
            hints.why(2, scenarios.get(0));
        }
        Mend mend = scenarios.get(0).mend();
        if (cause.filter(finding -> says(finding, mend)).isEmpty()) {
            hints.mend(mend);
        }
        if (report.again().isPossible()) {
            List<String> ids = scenarios.stream().map(Scenario::id).toList();
            page.command(2, "run again", report.again().command(ids));
        }
        if (report.results().size() <= FEW) {
            group.forEach(result -> Curl.of(report.target(), result, Credentials::inHeader)
                    .command()
                    .ifPresent(curl -> page.command(2, "by hand", List.of(curl))));
        }
    }

    /** Whether a finding's advice is what the scenarios' hint is, if only for one language. */
    private static boolean says(Finding finding, Mend mend) {
        return Stream.of(mend.java(), mend.node(), mend.go(), mend.python()).anyMatch(finding.mend()::contains);
    }

    private void member(Result result, boolean withWhy) {
        page.text(2, Words.head(result.scenario()));
        page.text(4, result.scenario().title());
        Cluster.sent(result).forEach(fact -> page.entry(4, fact.key(), fact.value()));
        if (withWhy) {
            hints.why(4, result.scenario());
        }
    }

    private void crowd(Tone tone, String word, Cluster cluster, boolean explained) {
        page.blank();
        page.heading(tone, word, cluster.head() + answers(cluster));
        cluster.expected().forEach(fact -> page.entry(2, fact.key(), fact.value()));
        cluster.seen().forEach(fact -> page.entry(2, fact.key(), fact.value()));
        page.text(4, names.of(cluster.results()));
        if (report.diagnosis().isEmpty()) {
            byMend(cluster.results()).entrySet().stream()
                    .sorted(Comparator.comparingInt((Map.Entry<Mend, List<Result>> entry) ->
                            -entry.getValue().size()))
                    .limit(HINTS_FOR_CROWD)
                    .forEach(entry -> hints.mend(entry.getKey()));
        } else if (!explained) {
            page.entry(2, "mend", "What is found at the top comes first: it may explain all of these.");
        }
        page.entry(2, "one by one", "statuspulse explain ID tells what a scenario sends, why, and how to mend it.");
    }

    private static String answers(Cluster cluster) {
        return cluster.isSingle()
                ? ", with that answer too"
                : cluster.isSame() ? ", all with the same answer" : ", all with answers like this one";
    }

    private static Map<Mend, List<Result>> byMend(List<Result> results) {
        return results.stream()
                .collect(Collectors.groupingBy(r -> r.scenario().mend(), LinkedHashMap::new, Collectors.toList()));
    }
}
