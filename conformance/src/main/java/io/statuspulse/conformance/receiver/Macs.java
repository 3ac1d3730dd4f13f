package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests and comparisons, straight on the JDK's providers. */
final class Macs {

    private Macs() {}

    static String hmacSha256(byte[] key, byte[] content) {
        return hex(hmac("HmacSHA256", key, content));
    }

    static byte[] hmac(String algorithm, byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            // HMAC pads its key with zeros, so one zero byte is the empty key, which SecretKeySpec refuses.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks " + algorithm, e);
        }
    }

    static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks " + algorithm, e);
        }
    }

    /** What the provider signs: the timestamp's characters, a dot, the body's bytes (REQ-SIG-1). */
    static byte[] content(String timestamp, byte[] body) {
        return joined(headerBytes(timestamp + "."), body);
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static boolean same(String first, String second) {
        return MessageDigest.isEqual(headerBytes(first), headerBytes(second));
    }

    /** A header value's bytes as they came: the server hands each of them on as one character. */
    static byte[] headerBytes(String value) {
        return value.getBytes(ISO_8859_1);
    }

    static byte[] utf8(String value) {
        return value.getBytes(UTF_8);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
