package io.statuspulse.conformance.recorded;

/** A document that is no report.json of a format that is known here; the message names it, and what is wrong with it. */
public final class UnreadableReportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableReportException(String message) {
        super(message);
    }
}
