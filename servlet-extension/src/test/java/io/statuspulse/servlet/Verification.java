package io.statuspulse.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The contract's verification, written without the kit. */
final class Verification {
    static final String SECRET = "whsec_0123456789abcdef0123456789abcdef";

    private Verification() {}

    static boolean isGenuine(HttpServletRequest request, byte[] body) {
        return isGenuine(
                Collections.list(request.getHeaders("X-StatusPulse-Timestamp")),
                Collections.list(request.getHeaders("X-StatusPulse-Signature")),
                body);
    }

    static boolean isGenuine(List<String> timestamps, List<String> signatures, byte[] body) {
        return timestamps.size() == 1
                && signatures.size() == 1
                && timestamps.get(0).matches("[0-9]{1,11}")
                && Math.abs(Clock.systemUTC().instant().getEpochSecond() - Long.parseLong(timestamps.get(0))) <= 300
                && MessageDigest.isEqual(
                        signature(timestamps.get(0), body).getBytes(ISO_8859_1),
                        signatures.get(0).getBytes(ISO_8859_1));
    }

    private static String signature(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(ISO_8859_1));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
