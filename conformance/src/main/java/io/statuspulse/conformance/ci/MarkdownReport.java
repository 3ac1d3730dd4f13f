package io.statuspulse.conformance.ci;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a report as a summary in Markdown, as GitHub shows it on the page of a run and in a comment. */
public final class MarkdownReport {
    /** GitHub takes 1 MiB for all summaries of a step. */
    private static final int MOST_BYTES = 200_000;

    private static final int MOST_FINDINGS = 20;
    private static final int MOST_NAMED = 30;

    private final RecordedReport report;
    private final StringBuilder page = new StringBuilder();

    private MarkdownReport(RecordedReport report) {
        this.report = report;
    }

    /**
     * Writes it in UTF-8, at most some 200 kB of it, and leaves {@code out} open: the verdict, what to mend first, counts
     * by area and level, and what failed. Nothing in the report is markup in it.
     *
     * @throws IOException if {@code out} does not take it
     */
    public static void write(RecordedReport report, OutputStream out) throws IOException {
        out.write(new MarkdownReport(report).render().getBytes(StandardCharsets.UTF_8));
    }

    private String render() {
        verdict();
        findings();
        counts();
        failures();
        others();
        return page.toString();
    }

    private void verdict() {
        String sign = switch (report.conclusion()) {
            case PASSED -> "✅";
            case FAILED -> "❌";
            case INCOMPLETE -> "⚠️";
        };
        line("## " + sign + " StatusPulse webhooks: " + report.conclusion());
        line(Markdown.prose(report.sentence()));
        line("Receiver " + Markdown.code(report.target()) + ", profile " + Markdown.code(report.profile())
                + (report.suite().isEmpty() ? "" : ", suite " + Markdown.code(report.suite()))
                + ", seed " + Markdown.code(Long.toString(report.seed())) + ", kit "
                + Markdown.code(report.kit().version()) + ", "
                + report.durationMs()
                        .movePointLeft(3)
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString()
                + " s. " + (report.effectsObserved() ? "Effects were observed." : "**Effects were not observed.**"));
    }

    private void findings() {
        if (report.diagnosis().isEmpty()) {
            return;
        }
        line("### Mend first");
        List<Finding> findings = report.diagnosis();
        for (int i = 0; i < Math.min(findings.size(), MOST_FINDINGS); i++) {
            page.append(finding(i + 1, findings.get(i)));
        }
        page.append('\n');
        if (findings.size() > MOST_FINDINGS) {
            line("And " + Texts.count(findings.size() - MOST_FINDINGS, "finding") + " more.");
        }
    }

    private static String finding(int number, Finding finding) {
        StringBuilder item = new StringBuilder(
                number + ". **" + Markdown.prose(finding.finding().strip()) + "**\n");
        if (!finding.evidence().isBlank()) {
            item.append("   - seen: ").append(Markdown.code(finding.evidence())).append('\n');
        }
        finding.mend()
                .lines()
                .filter(hint -> !hint.isBlank())
                .forEach(hint ->
                        item.append("   - mend: ").append(Markdown.prose(hint)).append('\n'));
        if (!finding.explains().isEmpty()) {
            item.append("   - explains ").append(named(finding.explains())).append('\n');
        }
        return item.toString();
    }

    private static String named(List<String> ids) {
        String names = ids.stream().limit(MOST_NAMED).map(Markdown::code).collect(Collectors.joining(", "));
        return ids.size() > MOST_NAMED ? names + " and " + (ids.size() - MOST_NAMED) + " more" : names;
    }

    private void counts() {
        List<Level> levels = Arrays.stream(Level.values())
                .filter(level -> report.results().stream().anyMatch(result -> result.level() == level))
                .toList();
        if (levels.isEmpty()) {
            return;
        }
        line("### By area and level");
        page.append("| area | ")
                .append(levels.stream().map(Level::name).collect(Collectors.joining(" | ")))
                .append(" |\n| --- |")
                .append(" --- |".repeat(levels.size()))
                .append('\n');
        report.results().stream()
                .map(RecordedResult::area)
                .distinct()
                .forEach(area -> row("`" + area + "`", area, levels));
        row("**all**", "", levels);
        page.append('\n');
    }

    private void row(String name, String area, List<Level> levels) {
        page.append("| ").append(name).append(" |");
        for (Level level : levels) {
            page.append(' ').append(cell(area, level)).append(" |");
        }
        page.append('\n');
    }

    private String cell(String area, Level level) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        report.results().stream()
                .filter(result -> result.level() == level && (area.isEmpty() || area.equals(result.area())))
                .forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> emphasized(count.getKey(), count.getValue() + " " + words(count.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static String emphasized(Outcome outcome, String count) {
        return outcome == Outcome.FAILED || outcome == Outcome.STALE_WAIVER ? "**" + count + "**" : count;
    }

    private static String words(Outcome outcome) {
        return outcome.label().replace('-', ' ');
    }

    private void failures() {
        List<RecordedResult> failures = Texts.failures(report);
        if (failures.isEmpty()) {
            return;
        }
        line("### What failed");
        int size = page.toString().getBytes(StandardCharsets.UTF_8).length;
        for (int i = 0; i < failures.size(); i++) {
            String details = MarkdownFailure.of(report, failures.get(i));
            size += details.getBytes(StandardCharsets.UTF_8).length;
            if (size > MOST_BYTES) {
                line("And " + Texts.count(failures.size() - i, "scenario") + " more, which there is no room for here.");
                return;
            }
            page.append(details);
        }
    }

    private void others() {
        List<String> lines = new ArrayList<>();
        lines.add(remark("Waivers that hold no more, as it passed", Texts.staleWaivers(report)));
        lines.add(remark("Inconclusive", report.with(Outcome.INCONCLUSIVE)));
        lines.add(remark("Waived", report.with(Outcome.WAIVED)));
        lines.add(remark("Not applicable", report.with(Outcome.NOT_APPLICABLE)));
        lines.stream().filter(line -> !line.isEmpty()).forEach(this::line);
    }

    private static String remark(String what, List<RecordedResult> results) {
        return results.isEmpty()
                ? ""
                : what + ": " + named(results.stream().map(RecordedResult::id).toList());
    }

    private void line(String words) {
        page.append(words).append("\n\n");
    }
}
