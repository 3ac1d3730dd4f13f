package io.statuspulse.conformance.verdict;

/**
 * One thing that was seen or wanted, as key and value, so that it is worded in one place and printed in many.
 *
 * @param key what it is about, e.g. {@code expected}
 * @param value what it is; never holds a secret
 */
public record Fact(String key, String value) {
    /** The key under which a result says that effects were not observed. */
    public static final String EFFECTS = "effects";

    /** The key under which a result that passed says what else is worth knowing. */
    public static final String REPORTED = "reported";
}
