package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.simulator.delivery.Printable;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * All that is on the page.
 *
 * @param report what is told as it is
 * @param target the receiver's URL
 * @param headline how the run ended
 * @param counts the outcomes
 * @param findings what explains many results at once
 * @param others what failed and no finding explains
 * @param remarks what neither passed nor failed
 * @param matrix counts by area and level
 * @param areas the scenarios
 * @param style the style sheet
 * @param script the script
 */
record PageView(
        RecordedReport report,
        Shown target,
        Headline headline,
        List<Count> counts,
        List<FindingView> findings,
        List<AnswerGroup> others,
        List<Remark> remarks,
        Matrix matrix,
        List<AreaView> areas,
        Inline style,
        Inline script) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static PageView of(RecordedReport report) {
        List<FindingView> findings = FindingView.of(report);
        return new PageView(
                report,
                Shown.words(report.target()),
                Headline.of(report),
                Count.of(report.results()),
                findings,
                AnswerGroup.of(report),
                Remark.of(report),
                Matrix.of(report.results()),
                AreaView.of(report, findings),
                Inline.of("report.css"),
                Inline.of("filters.js", "report.js"));
    }

    String policy() {
        return Pages.policy(script, style);
    }

    String title() {
        return headline.mark().words() + ": " + Printable.decoded(report.target());
    }

    Shown profile() {
        return Shown.words(report.profile());
    }

    Shown suite() {
        return Shown.words(report.suite());
    }

    Shown kitName() {
        return Shown.words(report.kit().name());
    }

    Shown kitVersion() {
        return Shown.words(report.kit().version());
    }

    String startedAt() {
        return time(report.startedAt());
    }

    /** Returns e.g. {@code 2026-03-09 14:05:07 UTC}. */
    static String time(Instant moment) {
        return TIME.format(moment);
    }

    String seconds() {
        return report.durationMs()
                        .movePointLeft(3)
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString() + " s";
    }

    List<Level> levels() {
        return matrix.levels();
    }
}
