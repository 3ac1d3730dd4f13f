package io.statuspulse.simulator.wire;

/** Carries a failure out of the phase in which it happened. */
final class ExchangeException extends Exception {
    private final transient Failure failure;

    ExchangeException(Failure failure) {
        super(failure.words());
        this.failure = failure;
    }

    ExchangeException(Failure.Kind kind, String words) {
        this(new Failure(kind, words));
    }

    Failure failure() {
        return failure;
    }
}
