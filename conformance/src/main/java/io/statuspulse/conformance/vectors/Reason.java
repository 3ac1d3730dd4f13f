package io.statuspulse.conformance.vectors;

import java.util.Locale;

/** The one thing that is wrong with an invalid vector. */
public enum Reason {
    TIMESTAMP_MISSING,
    TIMESTAMP_REPEATED,
    /** It is not 1 to 18 decimal digits (contract REQ-TIME-3). */
    TIMESTAMP_MALFORMED,
    TIMESTAMP_TOO_OLD,
    TIMESTAMP_TOO_NEW,
    SIGNATURE_MISSING,
    SIGNATURE_REPEATED,
    /** It is not 64 lower-case hex digits (contract REQ-SIG-1). */
    SIGNATURE_MALFORMED,
    /** It is no MAC of this timestamp and body with a secret in force. */
    SIGNATURE_MISMATCH;

    /** The name in kebab-case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
