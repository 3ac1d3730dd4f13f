package io.statuspulse.conformance.vectors;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureScheme;
import io.statuspulse.simulator.signing.SignatureVerifier;
import io.statuspulse.simulator.signing.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a verifier is configured with. The secrets are published: they protect nothing.
 *
 * @param secrets those in force as the provider shows them, the current one first; one or two
 * @param tolerance how far a timestamp may be off
 * @param now the verifier's clock, in Unix seconds
 */
public record Setting(List<String> secrets, Duration tolerance, long now) {
    static final SignatureScheme SCHEME = SignatureScheme.STATUSPULSE;
    static final String CURRENT = "whsec_0fa7e57c0ffee5ec2e7cKitTestCurrent";
    static final String PREVIOUS = "whsec_1fa7e57c0ffee5ec2e7cKitTestPrevious";
    static final String RETIRED = "whsec_2fa7e57c0ffee5ec2e7cKitTestRetired";

    /** 2026-01-01T00:00:00Z. */
    static final long NOW = 1_767_225_600L;

    /** One secret, and the contract's tolerance. */
    static final Setting USUAL = new Setting(List.of(CURRENT), SignatureVerifier.DEFAULT_TOLERANCE, NOW);

    /** While a rotation's overlap lasts. */
    static final Setting ROTATING = USUAL.withSecrets(CURRENT, PREVIOUS);

    public Setting {
        secrets = List.copyOf(secrets);
    }

    Setting withSecrets(String... others) {
        return new Setting(List.of(others), tolerance, now);
    }

    Setting withTolerance(long seconds) {
        return new Setting(secrets, Duration.ofSeconds(seconds), now);
    }

    Setting withNow(long seconds) {
        return new Setting(secrets, tolerance, seconds);
    }

    /** The secrets as the simulator has them; a retired one is known to the sender only. */
    Secrets known() {
        return new Secrets(
                Secret.of(secrets.get(0)),
                secrets.stream().skip(1).findFirst().map(Secret::of),
                List.of(Secret.of(RETIRED)));
    }

    /** The verifier that these vectors are for, as the simulator has it. */
    public SignatureVerifier verifier() {
        return new SignatureVerifier(known(), tolerance);
    }

    Instant clock() {
        return Instant.ofEpochSecond(now);
    }

    /** A genuine request of that body. */
    Request request(Bytes body) {
        return request(Long.toString(now), body);
    }

    /** A request whose timestamp is that text, signed so. */
    Request request(String timestamp, Bytes body) {
        return request(SCHEME, SigningKey.Known.CURRENT, timestamp, body);
    }

    /** A request that is signed in another way, or with another key. */
    Request request(SignatureScheme scheme, SigningKey key, String timestamp, Bytes body) {
        Optional<String> signature = scheme.sign(key, known(), timestamp, body);
        return new Request(
                List.of(
                        new HeaderLine(SCHEME.timestampHeader(), timestamp),
                        new HeaderLine(
                                SCHEME.signatureHeader(),
                                signature.orElseThrow(() -> new IllegalStateException(key.whyNot())))),
                body);
    }
}
