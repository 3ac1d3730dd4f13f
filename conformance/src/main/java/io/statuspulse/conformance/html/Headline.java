package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedReport;

/**
 * How the run ended.
 *
 * @param mark in one word
 * @param words in one sentence
 * @param meaning what follows from it
 */
record Headline(Mark mark, Shown words, String meaning) {

    static Headline of(RecordedReport report) {
        String meaning = switch (report.conclusion()) {
            case PASSED -> "Only what was selected was tested: the profile and the table below say what that was.";
            case FAILED -> "Begin with what is found below: one cause may explain many failures.";
            case INCOMPLETE -> "This run proves nothing of what it could not judge, and is not green.";
        };
        return new Headline(Mark.of(report.conclusion()), Shown.words(report.sentence()), meaning);
    }
}
