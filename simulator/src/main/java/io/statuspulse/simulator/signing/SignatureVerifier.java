package io.statuspulse.simulator.signing;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.SigningKey.Known;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Verifies a delivery as a receiver must: exactly one header of each kind, decimal Unix seconds, 64 lower-case hex digits,
 * compared in constant time over the raw body (contract REQ-SIG-1 to REQ-SIG-3, REQ-TIME-1 to REQ-TIME-3, REQ-ROT-1,
 * REQ-ROT-2).
 *
 * @param secrets whose signatures hold: the current one and, while there is one, the previous; never a retired one
 * @param tolerance how far the timestamp may be from the clock, either way, the edge included; counted in whole seconds
 */
public record SignatureVerifier(Secrets secrets, Duration tolerance) {
    /** How far a timestamp may be off unless told otherwise: 300 s (contract REQ-TIME-2). */
    public static final Duration DEFAULT_TOLERANCE = Duration.ofSeconds(300);

    private static final SignatureScheme SCHEME = SignatureScheme.STATUSPULSE;

    /** Eighteen digits fit into a long, and no clock has more. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the tolerance.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public SignatureVerifier {
        if (tolerance.isNegative()) {
            throw new IllegalArgumentException("tolerance: is " + tolerance + ", expected 0 s or more");
        }
    }

    /** A verifier with {@link #DEFAULT_TOLERANCE}. */
    public static SignatureVerifier of(Secrets secrets) {
        return new SignatureVerifier(secrets, DEFAULT_TOLERANCE);
    }

    /**
     * Returns what is wrong with a delivery, in words that hold neither a secret nor a signature; empty where nothing is.
     *
     * @param timestamps the value of each timestamp header that came, chars standing for bytes (ISO-8859-1)
     * @param signatures the value of each signature header that came, likewise
     * @param body the raw body
     */
    public List<String> problems(List<String> timestamps, List<String> signatures, Bytes body, Instant now) {
        List<String> problems = new ArrayList<>();
        Optional<String> timestamp = only(SCHEME.timestampHeader(), "timestamp: ", timestamps, problems);
        Optional<String> signature = only(SCHEME.signatureHeader(), "signature: ", signatures, problems);
        timestamp.flatMap(text -> timestampProblem(text, now)).ifPresent(words -> problems.add("timestamp: " + words));
        signature
                .flatMap(text -> signatureProblem(timestamp, text, body))
                .ifPresent(words -> problems.add("signature: " + words));
        return problems;
    }

    /** Returns why a timestamp does not hold, in words; empty where it does. */
    public Optional<String> timestampProblem(String timestamp, Instant now) {
        if (!SECONDS.matcher(timestamp).matches()) {
            return Optional.of("it is not decimal Unix seconds");
        }
        long ahead = Long.parseLong(timestamp) - now.getEpochSecond();
        return Math.abs(ahead) <= tolerance.toSeconds()
                ? Optional.empty()
                : Optional.of("it is " + Math.abs(ahead) + " s " + (ahead < 0 ? "old" : "ahead") + ", the tolerance is "
                        + tolerance.toSeconds() + " s");
    }

    /** Returns whether the current or the previous secret made that signature of that timestamp and body. */
    public boolean holds(String timestamp, String signature, Bytes body) {
        // Both are tried, whatever the first one says, so that the time it takes does not tell which secret it was.
        boolean current = madeWith(Known.CURRENT, timestamp, signature, body);
        boolean previous = madeWith(Known.PREVIOUS, timestamp, signature, body);
        return current || previous;
    }

    private static Optional<String> only(String header, String what, List<String> values, List<String> problems) {
        if (values.size() == 1) {
            return Optional.of(values.get(0));
        }
        problems.add(what
                + header
                + (values.isEmpty() ? " is missing" : " came " + values.size() + " times, expected once"));
        return Optional.empty();
    }

    private Optional<String> signatureProblem(Optional<String> timestamp, String signature, Bytes body) {
        if (!DIGITS.matcher(signature).matches()) {
            return Optional.of("it is not 64 lower-case hex digits");
        }
        return timestamp.isEmpty() || holds(timestamp.get(), signature, body)
                ? Optional.empty()
                : Optional.of("it was made with another secret, another timestamp or other bytes");
    }

    private boolean madeWith(SigningKey key, String timestamp, String signature, Bytes body) {
        return SCHEME.sign(key, secrets, timestamp, body)
                .filter(expected -> same(expected, signature))
                .isPresent();
    }

    private static boolean same(String expected, String signature) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
