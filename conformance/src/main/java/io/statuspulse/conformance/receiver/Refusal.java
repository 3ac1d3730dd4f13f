package io.statuspulse.conformance.receiver;

/** Thrown by a step to end the handling of a request with a client error. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String words) {
        // Refusing is the ordinary course of things here: no stack trace, it would cost most of the time.
        super(words, null, false, false);
        this.status = status;
    }

    Answer answer() {
        return Answer.error(status, String.valueOf(getMessage()));
    }
}
