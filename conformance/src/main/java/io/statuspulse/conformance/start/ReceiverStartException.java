package io.statuspulse.conformance.start;

/** A receiver that did not start. */
public final class ReceiverStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ReceiverStartException(String message) {
        super(message);
    }

    public ReceiverStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
