package io.statuspulse.conformance.ci;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import java.util.List;
import java.util.Map;

/** What failed, folded up: the head tells which scenario it is, the rest what came, why it matters and how to mend it. */
final class MarkdownFailure {
    private MarkdownFailure() {}

    static String of(RecordedReport report, RecordedResult result) {
        StringBuilder details = new StringBuilder("<details><summary>")
                .append(result.outcome() == Outcome.WARNED ? "⚠️ " : "❌ ")
                .append(Markdown.htmlCode(result.id()))
                .append(" (")
                .append(result.level())
                .append("): ")
                .append(Markdown.html(result.title()))
                .append("</summary>\n\n");
        item(details, Markdown.prose(result.requirement()), Markdown.prose(result.requirementText()));
        for (Fact fact : Texts.facts(result)) {
            item(details, Markdown.prose(fact.key()), Markdown.code(fact.value()));
        }
        Texts.causes(report, result.id()).forEach(finding -> item(details, "cause", Markdown.prose(finding.finding())));
        item(details, "why it matters", Markdown.prose(result.why()));
        for (Map.Entry<String, String> hint : result.mend().hints().entrySet()) {
            item(
                    details,
                    hint.getKey().isEmpty() ? "mend" : "mend in " + hint.getKey(),
                    Markdown.prose(hint.getValue()));
        }
        if (report.again().isPossible()) {
            String again = String.join(" ", report.again().command(List.of(result.id())));
            item(details, "run it again", Markdown.code(again));
        }
        return details.append("\n</details>\n\n").toString();
    }

    private static void item(StringBuilder details, String label, String words) {
        if (!words.isBlank()) {
            details.append("- **").append(label).append(":** ").append(words).append('\n');
        }
    }
}
