package io.statuspulse.conformance.html;

import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report.Conclusion;

/**
 * How an outcome looks: a colour, and never that alone.
 *
 * @param style the class of the style sheet, and the name in the page's address
 * @param sign one character, for the eye only
 * @param words what it is
 */
record Mark(String style, String sign, String words) {

    static Mark of(Outcome outcome) {
        return new Mark(outcome.label(), sign(outcome), outcome.label().replace('-', ' '));
    }

    private static String sign(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "\u2713";
            case FAILED, STALE_WAIVER -> "\u2717";
            case WARNED -> "!";
            case INCONCLUSIVE -> "?";
            case NOT_APPLICABLE -> "\u2013";
            case OBSERVED -> "i";
            case WAIVED -> "~";
        };
    }

    static Mark of(Conclusion conclusion) {
        return switch (conclusion) {
            case PASSED -> new Mark("passed", "\u2713", "PASSED");
            case FAILED -> new Mark("failed", "\u2717", "FAILED");
            case INCOMPLETE -> new Mark("inconclusive", "?", "INCOMPLETE");
        };
    }
}
