package io.statuspulse.conformance.curl;

/** A delivery that curl, or a shell, cannot send as it was sent. */
final class NotForCurlException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    NotForCurlException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Why, as the end of a sentence. */
    String reason() {
        return reason;
    }
}
