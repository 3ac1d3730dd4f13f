package com.example.statuspulse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells genuine and fresh deliveries from all others. */
final class Signatures {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final List<SecretKeySpec> keys;
    private final Clock clock;

    /** Takes the secret in force and, while a rotation's overlap lasts, the one before it. */
    Signatures(List<String> secrets, Clock clock) {
        // A missing secret must stop the service now: an empty key verifies whatever an attacker signs with it.
        if (secrets.isEmpty() || secrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a webhook secret is missing or blank");
        }
        // The whole text is the key, whsec_ included: it is not base64.
        this.keys = secrets.stream()
                .map(secret -> new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"))
                .toList();
        this.clock = clock;
    }

    /** Takes all values of both headers, since a second one may have been added on the way. */
    boolean hold(List<String> timestamps, List<String> signatures, byte[] body) {
        // Exactly one of each: which of two would be checked, and which one signed?
        if (timestamps.size() != 1 || signatures.size() != 1) {
            return false;
        }
        String timestamp = timestamps.get(0);
        // Checked as text before it is parsed: Long.parseLong takes a sign and other scripts' digits, and throws.
        return timestamp.matches("[0-9]{1,11}")
                && isFresh(Long.parseLong(timestamp))
                && isSigned(timestamp, signatures.get(0), body);
    }

    private boolean isFresh(long timestamp) {
        // Both sides: one that lies ahead could be replayed until its time comes.
        return Math.abs(clock.instant().getEpochSecond() - timestamp) <= TOLERANCE.toSeconds();
    }

    private boolean isSigned(String timestamp, String signature, byte[] body) {
        // parseHex throws on anything else, and takes capitals, which are not what the provider sends.
        if (!signature.matches("[0-9a-f]{64}")) {
            return false;
        }
        byte[] given = HexFormat.of().parseHex(signature);
        boolean signed = false;
        for (SecretKeySpec key : keys) {
            // isEqual takes the same time wherever they differ; |= goes on, so that no answer tells which key it was.
            signed |= MessageDigest.isEqual(given, mac(key, timestamp, body));
        }
        return signed;
    }

    private static byte[] mac(SecretKeySpec key, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256"); // One for each call: a Mac must not be shared between threads.
            mac.init(key);
            mac.update((timestamp + ".").getBytes(US_ASCII)); // The header's own text, not the number it stands for.
            return mac.doFinal(body); // The bytes as they came, not JSON that was parsed and written again.
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks HmacSHA256", e);
        }
    }
}
