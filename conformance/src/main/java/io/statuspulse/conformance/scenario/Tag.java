package io.statuspulse.conformance.scenario;

import java.util.Locale;

/** What a scenario needs or costs, for selection. */
public enum Tag {
    /** Waits for seconds or minutes. */
    SLOW,
    /** Sends megabytes. */
    HEAVY,
    /** Breaks HTTP itself, so that a server may answer before the receiver's author can. */
    WIRE,
    /** Is about the TLS handshake or the certificate. */
    TLS,
    /** Says more where effects are observed. */
    EFFECTS,
    /** Needs a second secret. */
    ROTATION,
    /** Runs with nothing beside it, after everything else. */
    ALONE,
    /** In the quick profile. */
    QUICK;

    /** The name as catalogue and selection write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
