package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import java.util.List;

/**
 * One scenario and what came of it.
 *
 * @param result what is told as it is
 * @param title what holds where it passes
 * @param mark the outcome
 * @param requirement the requirement in words
 * @param facts what the outcome rests on
 * @param causes the findings that explain it
 * @param why what happens where it fails
 * @param mend how to mend it
 * @param exchanges what was sent and came back
 * @param again the command that runs it again; empty where there is none
 * @param curl the line that sends again what failed; empty where there is none, or none of that length
 * @param noCurl why there is none; empty where there is one, or nothing failed
 */
record ScenarioView(
        RecordedResult result,
        Shown title,
        Mark mark,
        Shown requirement,
        List<FactView> facts,
        List<FindingView> causes,
        Shown why,
        List<Hint> mend,
        List<ExchangeView> exchanges,
        Shown again,
        Shown curl,
        Shown noCurl) {
    /** What is longer is for a report.json. */
    private static final int MOST_CURL = 2_000;

    /** What a scenario, and a fact or hint, take beside their words. */
    private static final int MARKUP = 850;

    private static final int ENTRY = 45;

    static ScenarioView of(
            RecordedReport report, RecordedResult result, List<FindingView> findings, List<ExchangeView> exchanges) {
        return new ScenarioView(
                result,
                Shown.words(result.title()),
                Mark.of(result.outcome()),
                Shown.words(result.requirementText()),
                FactView.of(result.facts()),
                findings.stream().filter(finding -> finding.names(result.id())).toList(),
                Shown.words(result.why()),
                Hint.of(result.mend()),
                exchanges,
                report.again().isPossible()
                        ? Shown.words(String.join(" ", report.again().command(List.of(result.id()))))
                        : Shown.NOTHING,
                curl(result),
                noCurl(result));
    }

    private static Shown curl(RecordedResult result) {
        return result.curl()
                .filter(line -> line.length() <= MOST_CURL)
                .map(line -> Shown.words(line, 2 * MOST_CURL))
                .orElse(Shown.NOTHING);
    }

    private static Shown noCurl(RecordedResult result) {
        return result.curl().filter(line -> line.length() > MOST_CURL).isPresent()
                ? Shown.words("it is long; report.json has it")
                : Shown.words(result.noCurl().orElse(""));
    }

    /** About how many bytes a scenario makes in the page without its exchanges. */
    static int weight(RecordedResult result) {
        int facts = FactView.of(result.facts()).stream()
                .mapToInt(fact -> fact.key().weight() + fact.value().weight() + ENTRY)
                .sum();
        int hints = Hint.of(result.mend()).stream()
                .mapToInt(hint -> hint.words().weight() + ENTRY)
                .sum();
        return MARKUP
                + facts
                + hints
                + curl(result).weight()
                + noCurl(result).weight()
                + Shown.words(result.why()).weight()
                + Shown.words(result.requirementText()).weight();
    }
}
