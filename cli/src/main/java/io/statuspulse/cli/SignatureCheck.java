package io.statuspulse.cli;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.MacAlgorithm;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureEncoding;
import io.statuspulse.simulator.signing.SignatureScheme;
import io.statuspulse.simulator.signing.SignatureVerifier;
import io.statuspulse.simulator.signing.SignedContent;
import io.statuspulse.simulator.signing.SigningKey;
import io.statuspulse.simulator.signing.SigningKey.Derived;
import io.statuspulse.simulator.signing.SigningKey.Known;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Judges a body and its two headers as a receiver must (contract REQ-SIG-1, REQ-TIME-2, REQ-TIME-3), and guesses why a
 * signature differs.
 *
 * @param secrets the current and the previous secret are accepted
 * @param timestamp the timestamp header's value
 * @param signature the signature header's value
 * @param body the raw body
 */
record SignatureCheck(Secrets secrets, String timestamp, String signature, Bytes body) {
    private static final SignatureScheme SCHEME = SignatureScheme.STATUSPULSE;
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    /** Returns what is wrong, in words; empty where nothing is. */
    List<String> problems(Instant now, Duration tolerance) {
        List<String> problems = new ArrayList<>();
        new SignatureVerifier(secrets, tolerance)
                .timestampProblem(timestamp, now)
                .ifPresent(words -> problems.add("timestamp: " + words));
        if (!holds()) {
            problems.add("signature: " + why());
        }
        return problems;
    }

    private boolean holds() {
        return SignatureVerifier.of(secrets).holds(timestamp, signature, body);
    }

    private String why() {
        if (signature.isBlank()) {
            return "it is empty";
        }
        for (Map.Entry<String, Predicate<SignatureCheck>> cause : causes().entrySet()) {
            if (cause.getValue().test(this)) {
                return cause.getKey();
            }
        }
        return DIGITS.matcher(signature).matches()
                ? "it was made with another secret, another timestamp or other bytes"
                : "it is not 64 lower-case hex digits";
    }

    private Map<String, Predicate<SignatureCheck>> causes() {
        String lower = signature.toLowerCase(Locale.ROOT);
        Map<String, Predicate<SignatureCheck>> causes = new LinkedHashMap<>();
        causes.put(
                "it is right but for white space around it",
                c -> c.signed(signature.strip()).holds());
        causes.put(
                "it is right but in upper case; hex must be lower-case",
                c -> c.signed(lower).holds());
        causes.put(
                "it is right but for a prefix before the hex digits",
                c -> c.signed(tail(signature)).holds());
        causes.put(
                "it was made with a retired secret",
                c -> secrets.retired().stream().anyMatch(c::madeWith));
        causes.put("it covers the body alone, not timestamp, dot and body", c -> c.covers("{body}"));
        causes.put("it covers timestamp and body without the dot between them", c -> c.covers("{timestamp}{body}"));
        causes.put("it covers timestamp and body with a colon between them", c -> c.covers("{timestamp}:{body}"));
        causes.put("it is the MAC in base64; expected hex", c -> c.is(SCHEME.withEncoding(SignatureEncoding.BASE64)));
        causes.put("it is an HMAC-SHA1; expected HMAC-SHA256", c -> c.is(SCHEME.withAlgorithm(MacAlgorithm.HMAC_SHA1)));
        causes.put(
                "it is an HMAC-SHA512; expected HMAC-SHA256",
                c -> c.is(SCHEME.withAlgorithm(MacAlgorithm.HMAC_SHA512)));
        causes.put("it was made with the secret without its whsec_ prefix", c -> c.by(Derived.WITHOUT_PREFIX));
        causes.put("it was made with the secret decoded from base64", c -> c.by(Derived.BASE64_DECODED));
        causes.put("it was made with the secret and a line end after it", c -> c.by(Derived.WITH_NEWLINE));
        causes.put(
                "it fits the body without the line end at its end",
                c -> c.withoutLineEnd().holds());
        causes.put(
                "it fits the body with a line end after it",
                c -> c.over(body.plus(Bytes.utf8("\n"))).holds());
        return causes;
    }

    private SignatureCheck signed(String other) {
        return new SignatureCheck(secrets, timestamp, other, body);
    }

    private SignatureCheck over(Bytes other) {
        return new SignatureCheck(secrets, timestamp, signature, other);
    }

    private SignatureCheck withoutLineEnd() {
        String text = body.asLatin1();
        return over(Bytes.latin1(text.replaceFirst("\r?\n\\z", "")));
    }

    private boolean covers(String template) {
        return is(SCHEME.withContent(new SignedContent(template)));
    }

    private boolean is(SignatureScheme scheme) {
        return matches(scheme, Known.CURRENT, timestamp, body);
    }

    private boolean by(SigningKey key) {
        return matches(SCHEME, key, timestamp, body);
    }

    private boolean madeWith(Secret secret) {
        return same(SCHEME.sign(secret, timestamp, body));
    }

    private boolean matches(SignatureScheme scheme, SigningKey key, String signedTimestamp, Bytes signedBody) {
        return scheme.sign(key, secrets, signedTimestamp, signedBody)
                .filter(this::same)
                .isPresent();
    }

    private boolean same(String expected) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 64));
    }
}
