package io.statuspulse.simulator.delivery;

/** Thrown where a plan needs something that this endpoint does not have, such as a previous secret. */
public final class NotComposableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotComposableException(String why) {
        super(why);
    }
}
