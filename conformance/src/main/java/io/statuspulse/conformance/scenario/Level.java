package io.statuspulse.conformance.scenario;

/** How much a requirement binds (RFC 2119). */
public enum Level {
    /** A failure fails the run. */
    MUST,
    /** A failure is a warning, and fails a strict run. */
    SHOULD,
    /** Reported only. */
    MAY
}
