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

    /** The key under which the result of a scenario says that the run is scored as a suite that had it not yet. */
    public static final String UNSCORED = "unscored";

    /** The key under which a result that passed says what else is worth knowing. */
    public static final String REPORTED = "reported";

    /** The key under which a result says what was decided that the contract leaves open. */
    public static final String POLICY = "policy";

    /** The key under which a result says why its scenario is known to fail. */
    public static final String WAIVER = "waiver";

    /** The key under which it says which entry says so, and where that is written. */
    public static final String WAIVER_ENTRY = "waiver-entry";

    /** The key under which it says where the work on it is tracked. */
    public static final String WAIVER_LINK = "waiver-link";

    /** The key under which it says until when that holds: a date, the last day in UTC. */
    public static final String WAIVER_EXPIRES = "waiver-expires";

    /** The key under which it says why that holds no more, and what to do about it. */
    public static final String WAIVER_OVER = "waiver-over";

    /** Returns whether it is about a waiver, and not about what was wanted and seen. */
    public boolean isAboutWaiver() {
        return key.equals(WAIVER) || key.startsWith(WAIVER + "-");
    }
}
