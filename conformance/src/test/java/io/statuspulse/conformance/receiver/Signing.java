package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** HMAC-SHA256 composed by hand of RFC 2104's two hashes, so that the receiver's is checked against another. */
final class Signing {

    static final String SECRET = "whsec_c2VjcmV0LW9mLXRlc3Rz";
    static final String PREVIOUS = "whsec_bGFzdC1tb250aC1zZWNyZXQ";
    static final String RETIRED = "whsec_bG9uZy1nb25lLXNlY3JldA";

    private static final int BLOCK = 64;

    private Signing() {}

    static String sign(String secret, String timestamp, byte[] body) {
        return HexFormat.of().formatHex(hmac(secret.getBytes(UTF_8), content(timestamp, body)));
    }

    static byte[] content(String timestamp, byte[] body) {
        return joined((timestamp + ".").getBytes(ISO_8859_1), body);
    }

    static byte[] hmac(byte[] key, byte[] message) {
        byte[] shortKey = key.length > BLOCK ? sha256(key) : key;
        byte[] inner = new byte[BLOCK];
        byte[] outer = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            int k = i < shortKey.length ? shortKey[i] : 0;
            inner[i] = (byte) (k ^ 0x36);
            outer[i] = (byte) (k ^ 0x5c);
        }
        return sha256(joined(outer, sha256(joined(inner, message))));
    }

    static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
