package io.statuspulse.conformance.report;

import io.statuspulse.conformance.report.Style.Tone;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.delivery.Printable;
import java.util.List;
import java.util.Locale;

/** The report in as few lines as tell how it ended and because of which scenarios. */
public final class BriefReport {
    private final Report report;
    private final Style style;
    private final StringBuilder text = new StringBuilder();

    private BriefReport(Report report, Style style) {
        this.report = report;
        this.style = style;
    }

    /**
     * Renders one line for each scenario that decided how the run ended, its outcome and its id, and the conclusion in the
     * last line. Lines are as long as what they say. Nothing confidential is in it.
     *
     * @param color whether to add ANSI colours
     */
    public static String render(Report report, boolean color) {
        return new BriefReport(Disclosure.of(report), Style.of(color)).render();
    }

    private String render() {
        lines(Tone.BAD, Outcome.FAILED);
        lines(Tone.BAD, Outcome.STALE_WAIVER);
        if (report.conclusion() == Conclusion.INCOMPLETE && !isCutShort()) {
            lines(
                    Tone.DOUBTFUL,
                    Outcome.INCONCLUSIVE,
                    report.with(Outcome.INCONCLUSIVE).stream()
                            .filter(result -> result.scenario().level() == Level.MUST)
                            .toList());
        }
        line(Conclusions.tone(report), report.conclusion() + ":", Conclusions.words(report));
        return text.toString();
    }

    /** All that was not come to would be in the way of the reason, which is said anyway. */
    private boolean isCutShort() {
        return report.unreachable().isPresent() || report.interrupted().isPresent();
    }

    private void lines(Tone tone, Outcome outcome) {
        lines(tone, outcome, report.with(outcome));
    }

    private void lines(Tone tone, Outcome outcome, List<Result> results) {
        String word = outcome.label().toUpperCase(Locale.ROOT);
        results.forEach(result -> line(tone, word, result.scenario().id()));
    }

    private void line(Tone tone, String word, String rest) {
        text.append(style.apply(tone, word))
                .append(' ')
                .append(Printable.decoded(rest))
                .append('\n');
    }
}
