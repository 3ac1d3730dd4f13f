package io.statuspulse.conformance.diagnosis;

/** In what way something was not as expected. */
enum Symptom {
    ACCEPTED("accepted"),
    REJECTED("refused"),
    THREW("answered 5xx"),
    REDIRECTED("redirected"),
    HUNG("left without an answer until the deadline"),
    CUT_OFF("cut off without an answer"),
    /** It came in time, but was held up by another request. */
    LATE("held up"),
    /** A valid delivery afterwards was no longer taken. */
    DIED("followed by the refusal of a valid delivery"),
    PROCESSED_TWICE("processed more than once"),
    NOT_PROCESSED("answered 2xx and not processed"),
    PROCESSED_THOUGH_REJECTED("rejected and processed all the same"),
    /** A request with both framings was taken, and its connection served on. */
    KEPT_OPEN("accepted, and the connection left open"),
    LEAKED("answered with a secret or an expected signature"),
    OTHER("not as it must be");

    private final String words;

    Symptom(String words) {
        this.words = words;
    }

    /** What was done with the delivery. */
    String words() {
        return words;
    }
}
