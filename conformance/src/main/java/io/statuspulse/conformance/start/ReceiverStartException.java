package io.statuspulse.conformance.start;

/** A receiver that did not start. */
public final class ReceiverStartException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MOST_LINES = 20;

    private final String reason;
    private final String log;

    public ReceiverStartException(String message) {
        super(message);
        reason = message;
        log = "";
    }

    public ReceiverStartException(String message, Throwable cause) {
        super(message, cause);
        reason = message;
        log = "";
    }

    /**
     * Makes one whose message is the reason and, where the receiver printed something, the end of that.
     *
     * @param reason one line
     * @param log what the receiver printed, in lines that are safe to print; empty where it printed nothing
     */
    public ReceiverStartException(String reason, String log) {
        super(log.isBlank() ? reason : reason + "; the end of its output:\n" + end(log));
        this.reason = reason;
        this.log = log;
    }

    /** Why it did not start, in one line. */
    public String reason() {
        return reason;
    }

    /** What it printed, as {@link RunningReceiver#log}. */
    public String log() {
        return log;
    }

    private static String end(String log) {
        long lines = log.lines().count();
        return String.join(
                "\n", log.lines().skip(Math.max(0, lines - MOST_LINES)).toList());
    }
}
