package io.statuspulse.conformance.receiver;

import java.io.IOException;

/** Thrown where a request breaks the rules of HTTP, so that what follows it on the connection means nothing. */
final class Malformed extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Malformed(String words) {
        this(400, words);
    }

    Malformed(int status, String words) {
        super(words);
        this.status = status;
    }

    Answer answer() {
        return Answer.error(status, String.valueOf(getMessage())).closing();
    }
}
