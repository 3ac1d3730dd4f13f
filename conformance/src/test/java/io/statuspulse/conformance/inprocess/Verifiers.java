package io.statuspulse.conformance.inprocess;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.statuspulse.simulator.inprocess.RequestHeaders;
import io.statuspulse.simulator.inprocess.Verifier;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** Functions that verify, one of them right and the others as libraries get it wrong; written without the kit. */
final class Verifiers {
    static final String SECRET = "whsec_0123456789abcdef0123456789abcdef";
    static final String PREVIOUS = "whsec_7Kq2vXb9Lm4Tz8Rw1Yp6Nc3Hd5";
    static final String RETIRED = "whsec_Jf8Gs2Ld7Wq5Et1Mx9Bv4Zk6Ph";

    private final Clock clock;

    private Verifiers(Clock clock) {
        this.clock = clock;
    }

    static Verifier correct(Clock clock) {
        return new Verifiers(clock)::isGenuine;
    }

    /** The wrong ones by what is wrong with them. */
    static Map<String, Verifier> wrong(Clock clock) {
        Verifiers v = new Verifiers(clock);
        Map<String, Verifier> all = new LinkedHashMap<>();
        all.put("throws where the lengths differ", (h, b) -> v.fresh(h) && throwingEquals(signature(h), v.right(h, b)));
        all.put(
                "throws on what is no hex",
                (h, b) -> v.fresh(h)
                        && MessageDigest.isEqual(
                                HexFormat.of().parseHex(signature(h)),
                                HexFormat.of().parseHex(v.right(h, b))));
        all.put("throws where a header is missing", (h, b) -> {
            String given = h.first("X-StatusPulse-Signature").orElseThrow();
            return v.fresh(h) && v.matches(given, h, b);
        });
        all.put("compares the beginning", (h, b) -> v.fresh(h) && v.right(h, b).startsWith(signature(h)));
        all.put(
                "compares without regard to case",
                (h, b) -> v.fresh(h) && v.right(h, b).equalsIgnoreCase(signature(h)));
        all.put(
                "skips the check where there is no signature",
                (h, b) -> h.all("X-StatusPulse-Signature").isEmpty() || v.isGenuine(h, b));
        all.put("takes the first of two signatures", (h, b) -> v.freshOne(h) && v.matches(signature(h), h, b));
        all.put(
                "takes a list that holds the right signature",
                (h, b) ->
                        v.fresh(h) && Arrays.asList(signature(h).split(",", -1)).contains(v.right(h, b)));
        all.put(
                "takes any age",
                (h, b) -> isOne(h, "X-StatusPulse-Timestamp")
                        && timestamp(h).matches("[0-9]{1,11}")
                        && isOne(h, "X-StatusPulse-Signature")
                        && v.matches(signature(h), h, b));
        all.put(
                "looks at the past only",
                (h, b) -> v.wellFormed(h)
                        && v.now() - Long.parseLong(timestamp(h)) <= 300
                        && v.matches(signature(h), h, b));
        all.put(
                "parses the timestamp as Java does",
                (h, b) -> isOne(h, "X-StatusPulse-Timestamp")
                        && isOne(h, "X-StatusPulse-Signature")
                        && Math.abs(v.now() - Long.parseLong(timestamp(h))) <= 300
                        && v.matches(signature(h), h, b));
        all.put(
                "skips the check where there is no timestamp",
                (h, b) -> h.all("X-StatusPulse-Timestamp").isEmpty()
                        ? hex("HmacSHA256", bytes(SECRET), b).equals(signature(h))
                        : v.isGenuine(h, b));
        all.put(
                "signs the body alone",
                (h, b) -> v.fresh(h) && hex("HmacSHA256", bytes(SECRET), b).equals(signature(h)));
        all.put(
                "does not sign the timestamp's text",
                (h, b) -> v.fresh(h) && signature(h).equals(v.over(Long.parseLong(timestamp(h)) + ".", b)));
        all.put("decodes the body", (h, b) -> v.isGenuine(h, new String(b, UTF_8).getBytes(UTF_8)));
        all.put(
                "strips the body",
                (h, b) -> v.isGenuine(h, new String(b, ISO_8859_1).strip().getBytes(ISO_8859_1)));
        all.put(
                "writes the body again",
                (h, b) -> v.isGenuine(
                        h,
                        JsonMapper.shared()
                                .writeValueAsBytes(JsonMapper.shared().readValue(b, Map.class))));
        all.put("takes the empty secret", (h, b) -> v.isGenuine(h, b) || v.signedWith("", h, b));
        all.put(
                "takes the secret without its prefix",
                (h, b) -> v.isGenuine(h, b) || v.signedWith(SECRET.substring("whsec_".length()), h, b));
        all.put("takes a retired secret", (h, b) -> v.isGenuine(h, b) || v.signedWith(RETIRED, h, b));
        all.put(
                "does not take the previous secret",
                (h, b) -> v.fresh(h) && v.right(h, b).equals(signature(h)));
        all.put(
                "takes SHA-1, too",
                (h, b) -> v.isGenuine(h, b)
                        || (v.fresh(h)
                                && hex("HmacSHA1", bytes(SECRET), joined(timestamp(h) + ".", b))
                                        .equals(signature(h))));
        all.put("accepts everything", (h, b) -> true);
        all.put("rejects everything", (h, b) -> false);
        all.put("throws on everything", (h, b) -> {
            throw new GeneralSecurityException("no such algorithm");
        });
        return all;
    }

    boolean isGenuine(RequestHeaders headers, byte[] body) {
        return fresh(headers) && matches(signature(headers), headers, body);
    }

    private boolean fresh(RequestHeaders headers) {
        return isOne(headers, "X-StatusPulse-Signature") && freshOne(headers);
    }

    private boolean freshOne(RequestHeaders headers) {
        return isOne(headers, "X-StatusPulse-Timestamp")
                && timestamp(headers).matches("[0-9]{1,11}")
                && Math.abs(now() - Long.parseLong(timestamp(headers))) <= 300;
    }

    private boolean wellFormed(RequestHeaders headers) {
        return isOne(headers, "X-StatusPulse-Signature")
                && isOne(headers, "X-StatusPulse-Timestamp")
                && timestamp(headers).matches("[0-9]{1,11}");
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static boolean isOne(RequestHeaders headers, String name) {
        return headers.all(name).size() == 1;
    }

    private boolean matches(String given, RequestHeaders headers, byte[] body) {
        boolean matches = false;
        for (String secret : List.of(SECRET, PREVIOUS)) {
            String right = hex("HmacSHA256", bytes(secret), joined(timestamp(headers) + ".", body));
            matches |= MessageDigest.isEqual(right.getBytes(ISO_8859_1), given.getBytes(ISO_8859_1));
        }
        return matches;
    }

    private boolean signedWith(String secret, RequestHeaders headers, byte[] body) {
        return fresh(headers)
                && hex("HmacSHA256", bytes(secret), joined(timestamp(headers) + ".", body))
                        .equals(signature(headers));
    }

    /** What the signature had to be. */
    static String expected(RequestHeaders headers, byte[] body) {
        return hex("HmacSHA256", bytes(SECRET), joined(timestamp(headers) + ".", body));
    }

    private String right(RequestHeaders headers, byte[] body) {
        return over(timestamp(headers) + ".", body);
    }

    private String over(String prefix, byte[] body) {
        return hex("HmacSHA256", bytes(SECRET), joined(prefix, body));
    }

    private static boolean throwingEquals(String given, String right) {
        if (given.length() != right.length()) {
            throw new IllegalArgumentException("Input buffers must have the same byte length");
        }
        return given.equals(right);
    }

    private static String signature(RequestHeaders headers) {
        return headers.first("X-StatusPulse-Signature").orElse("");
    }

    private static String timestamp(RequestHeaders headers) {
        return headers.first("X-StatusPulse-Timestamp").orElse("");
    }

    private static byte[] joined(String prefix, byte[] body) {
        byte[] first = prefix.getBytes(ISO_8859_1);
        byte[] both = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, both, first.length, body.length);
        return both;
    }

    private static byte[] bytes(String text) {
        // HMAC pads its key with zeros: one zero byte is the empty key, which SecretKeySpec refuses.
        return text.isEmpty() ? new byte[1] : text.getBytes(UTF_8);
    }

    private static String hex(String algorithm, byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
