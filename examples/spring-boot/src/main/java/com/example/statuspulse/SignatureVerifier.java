package com.example.statuspulse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells genuine and fresh deliveries from all others. Where a simpler version goes wrong, the line says why. */
final class SignatureVerifier {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,11}"); // Never \d: it may take other scripts' digits.
    private static final Pattern LOWER_HEX = Pattern.compile("[0-9a-f]{64}");

    private final Supplier<List<String>> secrets;
    private final Clock clock;

    SignatureVerifier(Supplier<List<String>> secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Takes all values of both headers, and the body's bytes. */
    boolean isGenuine(List<String> timestamps, List<String> signatures, byte[] body) {
        // Exactly one of each: getHeader takes the first of two, which somebody else may have put there.
        if (timestamps.size() != 1 || signatures.size() != 1) {
            return false;
        }
        String timestamp = timestamps.get(0);
        String signature = signatures.get(0);
        // As text, before they are decoded: parseLong takes a sign and throws, parseHex takes capitals and throws.
        if (!DIGITS.matcher(timestamp).matches() || !LOWER_HEX.matcher(signature).matches()) {
            return false;
        }
        // Both sides: one that lies ahead could be replayed until its time comes. In whole seconds, as the header is.
        if (Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) > TOLERANCE.toSeconds()) {
            return false;
        }
        byte[] given = HexFormat.of().parseHex(signature);
        boolean genuine = false;
        for (String secret : secrets.get()) {
            // isEqual takes the same time wherever they differ; |= goes on, so that no answer tells which secret it was.
            genuine |= MessageDigest.isEqual(given, hmac(secret, timestamp, body));
        }
        return genuine;
    }

    private static byte[] hmac(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256"); // Not a bean: a Mac must not be shared between threads.
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256")); // All of it: whsec_ included, no base64.
            mac.update((timestamp + ".").getBytes(US_ASCII)); // The header's own text, not the number it stands for.
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks HmacSHA256", e);
        }
    }
}
