package io.statuspulse.simulator.delivery;

/** Thrown where a plan needs something that this endpoint does not have, such as a previous secret. */
public final class NotComposableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean ofThisEventOnly;

    /** With the reason, as a report shows it. */
    public NotComposableException(String why) {
        this(why, /* ofThisEventOnly= */ false);
    }

    NotComposableException(String why, boolean ofThisEventOnly) {
        super(why);
        this.ofThisEventOnly = ofThisEventOnly;
    }

    /** Returns whether the same plan may be composed with another event. */
    public boolean isOfThisEventOnly() {
        return ofThisEventOnly;
    }
}
