package io.statuspulse.simulator.wire;

import java.io.IOException;

/** An answer that is malformed or larger than a bound; an IOException, because it passes through httpcore's streams. */
final class AnswerException extends IOException {
    private final transient Failure failure;

    AnswerException(Failure.Kind kind, String words) {
        super(words);
        this.failure = new Failure(kind, words);
    }

    Failure failure() {
        return failure;
    }
}
