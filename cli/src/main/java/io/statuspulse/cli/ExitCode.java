package io.statuspulse.cli;

import io.statuspulse.conformance.verdict.Report.Conclusion;

/** What the command's exit says; the numbers are part of its interface. */
enum ExitCode {
    /** Every selected MUST passed, or the command did what it was asked for. */
    OK(0),
    /** Something failed that was looked at. */
    FAILED(1),
    /** The command line, the environment or a file that it names is wrong; nothing was sent. */
    USAGE(2),
    /** Nothing could be judged: nobody is there, or what came back proves nothing. */
    COULD_NOT_RUN(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What it says of how a run ended. */
    static ExitCode of(Conclusion conclusion) {
        return switch (conclusion) {
            case PASSED -> OK;
            case FAILED -> FAILED;
            case INCOMPLETE -> COULD_NOT_RUN;
        };
    }

    int number() {
        return number;
    }
}
