package io.statuspulse.conformance.verifier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a verifier is configured with.
 *
 * @param secrets the secrets in force as the provider shows them: the current one, then the previous one while a rotation's
 *     overlap lasts
 * @param tolerance how far a timestamp may be from the clock, either way; whole seconds
 * @param now what the verifier's clock shows; a whole second
 */
public record VerifierSetup(List<String> secrets, Duration tolerance, Instant now) {

    public VerifierSetup {
        secrets = List.copyOf(secrets);
    }

    /** The secret with which is signed now. */
    public String secret() {
        return secrets.get(0);
    }

    /** A clock that stands at {@link #now}. */
    public Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
