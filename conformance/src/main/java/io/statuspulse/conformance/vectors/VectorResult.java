package io.statuspulse.conformance.vectors;

import java.util.Locale;

/** What a verifier must say of a vector. */
public enum VectorResult {
    /** It must be accepted. */
    VALID,
    /** It must be rejected. */
    INVALID,
    /** Either is right: the contract leaves it open, and the vector's flag names the policy that decides. */
    ACCEPTABLE;

    /** The name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
