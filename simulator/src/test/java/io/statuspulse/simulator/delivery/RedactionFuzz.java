package io.statuspulse.simulator.delivery;

import io.statuspulse.fuzz.Claim;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Wherever secrets and signatures stand in an answer, in whatever pieces and neighbourhood, none is shown, and what is
 * shown is hardly longer. Bytes above 0x7f stand for secrets and signatures, the others for themselves.
 */
public final class RedactionFuzz {
    private static final String EXPECTED = "5257a869e7ecebeda32affa62cdca3fa0123456789abcdef0011223344556677";
    private static final String ALTERED = new StringBuilder(EXPECTED).reverse().toString();
    private static final String SECRET = "whsec_c0ffee2bZk9Qd4mT7xW1vB5nS";
    private static final String PREVIOUS = SECRET + "_longer";
    private static final String RETIRED = "Schl\u00fcssel-pa\u00df-2f";
    private static final String BASE64 =
            Base64.getEncoder().encodeToString(HexFormat.of().parseHex(EXPECTED));
    private static final Redaction REDACTION = new Redaction(
            new Secrets(Secret.of(SECRET), Optional.of(Secret.of(PREVIOUS)), List.of(Secret.of(RETIRED))),
            List.of(EXPECTED, ALTERED),
            () -> EXPECTED);
    private static final List<String> PIECES = List.of(
            EXPECTED,
            EXPECTED.toUpperCase(Locale.ROOT),
            ALTERED,
            BASE64,
            BASE64.replace('/', '_').replace('+', '-'),
            SECRET,
            PREVIOUS,
            RETIRED,
            Bytes.utf8(RETIRED).asLatin1(),
            EXPECTED.substring(0, 20),
            SECRET.substring(0, 12),
            SECRET.substring(12),
            "[secret]",
            "...");

    private RedactionFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        StringBuilder text = new StringBuilder();
        for (byte b : input) {
            text.append(b < 0 ? PIECES.get((b & 0x7f) % PIECES.size()) : String.valueOf((char) b));
        }
        String shown = REDACTION.apply(text.toString());
        for (String secret :
                List.of(SECRET, PREVIOUS, RETIRED, Bytes.utf8(RETIRED).asLatin1())) {
            Claim.that(!shown.contains(secret), () -> "a secret is shown: " + shown);
        }
        String lower = shown.toLowerCase(Locale.ROOT);
        for (String signature : List.of(EXPECTED, ALTERED, BASE64.toLowerCase(Locale.ROOT))) {
            Claim.that(!lower.contains(signature.substring(0, 9)), () -> "nine digits are shown: " + shown);
        }
        Claim.that(shown.length() <= text.length() + 8, () -> "longer than " + text + ": " + shown);
        Claim.same(shown, REDACTION.apply(shown), () -> "redacted again");
        Bytes bytes = Bytes.of(text.toString().getBytes(StandardCharsets.UTF_8));
        Bytes safe = REDACTION.apply(bytes);
        Claim.that(!REDACTION.revealsSecret(safe), () -> "bytes of a secret are shown: " + safe.asUtf8());
        Claim.that(!REDACTION.revealsExpectedSignature(safe), () -> "the signature is shown: " + safe.asUtf8());
    }
}
