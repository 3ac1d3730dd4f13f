package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.statuspulse.fuzz.Claim;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A delivery is accepted exactly where its timestamp is plain decimal seconds inside the tolerance and its signature the
 * MAC in lower-case hex. First line the timestamp, second the signature ({@code VALID} for the right one, {@code UPPER}
 * for it in upper case), then the body.
 */
public final class VerificationFuzz {
    private static final long NOW = 1_772_337_906;
    private static final BigInteger TOLERANCE = BigInteger.valueOf(300);
    private static final Verification VERIFICATION = new Verification(new Setup(
            ReceiverSettings.of(Signing.SECRET).withClock(Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC))));

    private VerificationFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String[] parts = new String(input, ISO_8859_1).split("\n", 3);
        if (parts.length < 3) {
            return;
        }
        byte[] body = parts[2].getBytes(ISO_8859_1);
        String right = Signing.sign(Signing.SECRET, parts[0], body);
        String signature = switch (parts[1]) {
            case "VALID" -> right;
            case "UPPER" -> right.toUpperCase(Locale.ROOT);
            default -> parts[1];
        };
        Headers headers = new Headers(
                List.of(new Headers.Line(Headers.TIMESTAMP, parts[0]), new Headers.Line(Headers.SIGNATURE, signature)));
        Request request =
                new Request("POST", HttpRules.PATH, "", headers, body, Headers.NONE, "", new ConcurrentHashMap<>());
        boolean expected = timely(parts[0]) && Arrays.equals(bytes(right), bytes(signature));
        Claim.same(expected, VERIFICATION.holds(request), () -> parts[0] + " signed " + signature);
    }

    private static boolean timely(String timestamp) {
        boolean digits = !timestamp.isEmpty() && timestamp.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits
                && timestamp.length() <= 11
                && new BigInteger(timestamp)
                                .subtract(BigInteger.valueOf(NOW))
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
