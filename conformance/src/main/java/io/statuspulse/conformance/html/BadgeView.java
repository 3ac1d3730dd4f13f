package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.verdict.Outcome;

/**
 * What is on a badge.
 *
 * @param value how the run ended, in few words
 * @param colour of its ground; white stands out from it by more than 4.5 to 1 (WCAG 2.2, 1.4.3)
 */
record BadgeView(String value, String colour) {
    private static final String LABEL = "StatusPulse webhooks";

    /** Of eleven pixels of Verdana, which viewers stretch or squeeze their own font to. */
    private static final int CHARACTER = 7;

    private static final int ROOM = 12;

    static BadgeView of(RecordedReport report) {
        int failed = report.count(Outcome.FAILED) + report.count(Outcome.STALE_WAIVER);
        int judged = report.results().size() - report.count(Outcome.NOT_APPLICABLE) - report.count(Outcome.OBSERVED);
        return switch (report.conclusion()) {
            case PASSED -> new BadgeView(report.count(Outcome.PASSED) + " of " + judged, "#1a7f37");
            case FAILED -> new BadgeView(failed + " failed", "#c62828");
            case INCOMPLETE -> new BadgeView("incomplete", "#8a5a00");
        };
    }

    String label() {
        return LABEL;
    }

    String words() {
        return LABEL + ": " + value;
    }

    int labelWidth() {
        return width(LABEL);
    }

    int valueWidth() {
        return width(value);
    }

    int wholeWidth() {
        return labelWidth() + valueWidth();
    }

    int valueMiddle() {
        return labelWidth() + valueWidth() / 2;
    }

    int textWidth(String text) {
        return text.length() * CHARACTER;
    }

    private static int width(String text) {
        return text.length() * CHARACTER + ROOM;
    }
}
