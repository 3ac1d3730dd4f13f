package io.statuspulse.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.statuspulse.simulator.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {
    private static final String CURRENT = "whsec_current";
    private static final String PREVIOUS = "whsec_previous";
    private static final String RETIRED = "whsec_retired";
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final String TIME = "1700000000";
    private static final Bytes BODY = Bytes.of(new byte[] {'{', 0, (byte) 0xff, '}', '\r', '\n'});
    private static final SignatureVerifier VERIFIER = SignatureVerifier.of(
            new Secrets(Secret.of(CURRENT), Optional.of(Secret.of(PREVIOUS)), List.of(Secret.of(RETIRED))));

    private static final String MISMATCH =
            "signature: it was made with another secret, another timestamp or other bytes";

    @Test
    void deliveryOfTheCurrentAndOfThePreviousSecretHolds() {
        assertThat(problems(TIME, hex(CURRENT, TIME, BODY), BODY)).isEmpty();
        assertThat(problems(TIME, hex(PREVIOUS, TIME, BODY), BODY)).isEmpty();
    }

    @Test
    void withoutAnOverlapOnlyTheCurrentSecretHolds() {
        SignatureVerifier alone = SignatureVerifier.of(Secrets.of(Secret.of(CURRENT)));

        assertThat(alone.holds(TIME, hex(CURRENT, TIME, BODY), BODY)).isTrue();
        assertThat(alone.holds(TIME, hex(PREVIOUS, TIME, BODY), BODY)).isFalse();
    }

    @Test
    void anythingElseDoesNotHold() {
        String right = hex(CURRENT, TIME, BODY);

        assertThat(problems(TIME, hex(RETIRED, TIME, BODY), BODY)).containsExactly(MISMATCH);
        assertThat(problems(TIME, hex("whsec_other", TIME, BODY), BODY)).containsExactly(MISMATCH);
        assertThat(problems("1700000001", right, BODY)).containsExactly(MISMATCH);
        assertThat(problems(TIME, right, BODY.plus(Bytes.utf8(" ")))).containsExactly(MISMATCH);
        assertThat(problems(TIME, right, BODY.flip(2, 1))).containsExactly(MISMATCH);
        assertThat(problems(TIME, right.substring(0, 63) + (right.endsWith("0") ? "1" : "0"), BODY))
                .containsExactly(MISMATCH);
    }

    @Test
    void signatureIsExactly64LowerCaseHexDigits() {
        String right = hex(CURRENT, TIME, BODY);

        for (String odd : List.of(
                "",
                right.toUpperCase(Locale.ROOT),
                right + " ",
                " " + right,
                right + "\n",
                "sha256=" + right,
                right.substring(1),
                right + right,
                right + "0",
                "z".repeat(64),
                "\u00e9".repeat(64),
                "\u0660".repeat(64))) {
            assertThat(problems(TIME, odd, BODY))
                    .as(odd)
                    .containsExactly("signature: it is not 64 lower-case hex digits");
            assertThat(VERIFIER.holds(TIME, odd, BODY)).as(odd).isFalse();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "1699999700, true, ''",
        "1700000300, true, ''",
        "1699999699, false, 'it is 301 s old, the tolerance is 300 s'",
        "1700000301, false, 'it is 301 s ahead, the tolerance is 300 s'",
        "0, false, 'it is 1700000000 s old, the tolerance is 300 s'",
        "999999999999999999, false, 'it is 999999998299999999 s ahead, the tolerance is 300 s'"
    })
    void timestampIsInsideTheToleranceOnBothSides(String timestamp, boolean holds, String words) {
        assertThat(VERIFIER.timestampProblem(timestamp, NOW)).isEqualTo(holds ? Optional.empty() : Optional.of(words));
        assertThat(problems(timestamp, hex(CURRENT, timestamp, BODY), BODY))
                .isEqualTo(holds ? List.of() : List.of("timestamp: " + words));
    }

    @Test
    void partsOfASecondDoNotCount() {
        Instant late = NOW.plusMillis(999);

        assertThat(VERIFIER.timestampProblem("1699999700", late)).isEmpty();
        assertThat(VERIFIER.timestampProblem("1699999699", late)).isPresent();
        assertThat(new SignatureVerifier(VERIFIER.secrets(), Duration.ofMillis(1_999))
                        .timestampProblem("1699999999", NOW))
                .isEmpty();
        assertThat(new SignatureVerifier(VERIFIER.secrets(), Duration.ofMillis(1_999))
                        .timestampProblem("1699999998", NOW))
                .contains("it is 2 s old, the tolerance is 1 s");
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                " ",
                "1700000000 ",
                " 1700000000",
                "+1700000000",
                "-1700000000",
                "1700000000.0",
                "1.7e9",
                "0x6553F100",
                "1700000000abc",
                "NaN",
                "1700000000\n",
                "\u0661\u0667\u0660\u0660\u0660\u0660\u0660\u0660\u0660\u0660",
                "1700000000000000000000",
                "2023-11-14T22:13:20Z"
            })
    void timestampIsDecimalSeconds(String timestamp) {
        assertThat(problems(timestamp, hex(CURRENT, timestamp, BODY), BODY))
                .containsExactly("timestamp: it is not decimal Unix seconds");
    }

    @Test
    void everyHeaderComesExactlyOnce() {
        String right = hex(CURRENT, TIME, BODY);

        assertThat(VERIFIER.problems(List.of(), List.of(), BODY, NOW))
                .containsExactly(
                        "timestamp: X-StatusPulse-Timestamp is missing",
                        "signature: X-StatusPulse-Signature is missing");
        assertThat(VERIFIER.problems(List.of(TIME, TIME), List.of(right, right), BODY, NOW))
                .containsExactly(
                        "timestamp: X-StatusPulse-Timestamp came 2 times, expected once",
                        "signature: X-StatusPulse-Signature came 2 times, expected once");
        assertThat(VERIFIER.problems(List.of(), List.of("x"), BODY, NOW))
                .containsExactly(
                        "timestamp: X-StatusPulse-Timestamp is missing",
                        "signature: it is not 64 lower-case hex digits");
    }

    @Test
    void whatIsWrongShowsNeitherSecretNorSignature() {
        String right = hex(CURRENT, TIME, BODY);
        List<String> said = VERIFIER.problems(List.of("1"), List.of(right), BODY, NOW);

        assertThat(said)
                .hasSize(2)
                .allSatisfy(words ->
                        assertThat(words).doesNotContain(right, right.substring(0, 9), CURRENT, PREVIOUS, RETIRED));
        assertThat(VERIFIER.toString()).doesNotContain("whsec_");
    }

    @Test
    void negativeToleranceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignatureVerifier(VERIFIER.secrets(), Duration.ofSeconds(-1)))
                .withMessage("tolerance: is PT-1S, expected 0 s or more");
        assertThat(new SignatureVerifier(VERIFIER.secrets(), Duration.ZERO).timestampProblem(TIME, NOW))
                .isEmpty();
    }

    private static List<String> problems(String timestamp, String signature, Bytes body) {
        return VERIFIER.problems(List.of(timestamp), List.of(signature), body, NOW);
    }

    /** Made without the kit. */
    private static String hex(String secret, String timestamp, Bytes body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(mac.doFinal(body.toArray()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
