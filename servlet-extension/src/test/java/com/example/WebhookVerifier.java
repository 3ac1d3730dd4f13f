package com.example;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A library's function, which knows nothing of the kit. */
final class WebhookVerifier {
    private WebhookVerifier() {}

    /** Thrown where a delivery is not genuine, or not fresh. */
    static final class InvalidSignatureException extends Exception {
        private static final long serialVersionUID = 1;

        InvalidSignatureException(String message) {
            super(message);
        }
    }

    static boolean isGenuine(String secret, Map<String, List<String>> headers, byte[] body) {
        List<String> timestamps = values(headers, "X-StatusPulse-Timestamp");
        List<String> signatures = values(headers, "X-StatusPulse-Signature");
        return timestamps.size() == 1
                && signatures.size() == 1
                && timestamps.get(0).matches("[0-9]{1,11}")
                && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamps.get(0))) <= 300
                && MessageDigest.isEqual(
                        signature(secret, timestamps.get(0), body).getBytes(UTF_8),
                        signatures.get(0).getBytes(UTF_8));
    }

    static void requireGenuine(String secret, Map<String, List<String>> headers, byte[] body)
            throws InvalidSignatureException {
        if (!isGenuine(secret, headers, body)) {
            throw new InvalidSignatureException("the signature does not hold, or the timestamp is not fresh");
        }
    }

    private static List<String> values(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    private static String signature(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks HmacSHA256", e);
        }
    }
}
