package io.statuspulse.simulator.signing;

import io.statuspulse.simulator.bytes.Bytes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a key and a message become a MAC: StatusPulse's way, and the ways that receivers confuse with it. */
public enum MacAlgorithm {
    HMAC_SHA256,
    HMAC_SHA1,
    HMAC_MD5,
    HMAC_SHA512,
    /** HMAC-SHA512 cut to its first 32 bytes: as long as the real one. */
    HMAC_SHA512_TRUNCATED,
    /** SHA-256 of the message, without a key. */
    SHA256,
    /** SHA-256 of key and message one after the other. */
    SHA256_KEY_FIRST,
    /** HMAC-SHA256 with key and message exchanged. */
    HMAC_SHA256_EXCHANGED;

    /** Computes the MAC. An empty key is allowed, as RFC 2104 allows it. */
    public Bytes compute(Bytes key, Bytes message) {
        return switch (this) {
            case HMAC_SHA256 -> hmac("HmacSHA256", key, message);
            case HMAC_SHA1 -> hmac("HmacSHA1", key, message);
            case HMAC_MD5 -> hmac("HmacMD5", key, message);
            case HMAC_SHA512 -> hmac("HmacSHA512", key, message);
            case HMAC_SHA512_TRUNCATED -> hmac("HmacSHA512", key, message).slice(0, 32);
            case SHA256 -> sha256(message);
            case SHA256_KEY_FIRST -> sha256(key.plus(message));
            case HMAC_SHA256_EXCHANGED -> hmac("HmacSHA256", message, key);
        };
    }

    /** The name in kebab-case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Bytes hmac(String algorithm, Bytes key, Bytes message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            // SecretKeySpec refuses an empty key; HMAC pads keys with zero bytes, so one zero byte is the same key.
            byte[] raw = key.size() == 0 ? new byte[1] : key.toArray();
            mac.init(new SecretKeySpec(raw, algorithm));
            return Bytes.of(mac.doFinal(message.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks " + algorithm, e);
        }
    }

    private static Bytes sha256(Bytes message) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(message.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }
}
