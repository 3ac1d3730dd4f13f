package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.statuspulse.cli.Outcome.Invocation;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignVerifyTest {
    private static final String BODY = "{\"a\":1}";
    private static final String TIME = "1767225600";
    private static final String RIGHT = hex("HmacSHA256", ReceiverFixture.SECRET, TIME + "." + BODY);

    @Test
    void theSignatureIsTheContracts() {
        Outcome outcome = command().input(BODY).run("sign", "--at", "2026-01-01T00:00:00Z");
        assertThat(outcome.out().lines())
                .containsExactly("X-StatusPulse-Timestamp: " + TIME, "X-StatusPulse-Signature: " + RIGHT);
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void whatIsRightVerifies() {
        Outcome outcome = verify(TIME, RIGHT, BODY);
        assertThat(outcome.out()).startsWith("ok");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void thePreviousSecretVerifiesToo() {
        Outcome outcome = new Invocation()
                .input(BODY)
                .run(
                        "verify",
                        "--secret=new",
                        "--previous-secret=" + ReceiverFixture.SECRET,
                        "--at=" + TIME,
                        "--timestamp=" + TIME,
                        "--signature=" + RIGHT);
        assertThat(outcome.exitCode()).isZero();
    }

    static Stream<Arguments> wrong() {
        String secret = ReceiverFixture.SECRET;
        String content = TIME + "." + BODY;
        byte[] raw = HexFormat.of().parseHex(RIGHT);
        return Stream.of(
                arguments("timestamp: it is 301 s old, the tolerance is 300 s", "1767225299", RIGHT, BODY),
                arguments("timestamp: it is 301 s ahead", "1767225901", RIGHT, BODY),
                arguments("timestamp: it is not decimal Unix seconds", "1767225600.0", RIGHT, BODY),
                arguments("it is empty", TIME, "", BODY),
                arguments("it is not 64 lower-case hex digits", TIME, "abc", BODY),
                arguments("another secret, another timestamp or other bytes", TIME, "0".repeat(64), BODY),
                arguments("another secret, another timestamp or other bytes", TIME, RIGHT, BODY + " "),
                arguments("white space around it", TIME, RIGHT + " ", BODY),
                arguments("in upper case", TIME, RIGHT.toUpperCase(Locale.ROOT), BODY),
                arguments("a prefix before the hex digits", TIME, "sha256=" + RIGHT, BODY),
                arguments("the body alone", TIME, hex("HmacSHA256", secret, BODY), BODY),
                arguments("without the dot", TIME, hex("HmacSHA256", secret, TIME + BODY), BODY),
                arguments("with a colon", TIME, hex("HmacSHA256", secret, TIME + ":" + BODY), BODY),
                arguments("in base64", TIME, Base64.getEncoder().encodeToString(raw), BODY),
                arguments("HMAC-SHA1", TIME, hex("HmacSHA1", secret, content), BODY),
                arguments("HMAC-SHA512", TIME, hex("HmacSHA512", secret, content), BODY),
                arguments("without its whsec_ prefix", TIME, hex("HmacSHA256", secret.substring(6), content), BODY),
                arguments("a line end after it", TIME, hex("HmacSHA256", secret + "\n", content), BODY),
                arguments("without the line end at its end", TIME, RIGHT, BODY + "\n"),
                arguments("the body with a line end after it", TIME, hex("HmacSHA256", secret, content + "\n"), BODY),
                arguments("a retired secret", TIME, hex("HmacSHA256", "retired", content), BODY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void whatIsWrongIsNamed(String expected, String timestamp, String signature, String body) {
        Outcome outcome = verify(timestamp, signature, body);
        assertThat(outcome.out()).contains(expected);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).isEmpty();
    }

    private static Outcome verify(String timestamp, String signature, String body) {
        return command()
                .input(body)
                .run(
                        "verify",
                        "--timestamp",
                        timestamp,
                        "--signature",
                        signature,
                        "--at",
                        TIME,
                        "--retired-secret",
                        "retired");
    }

    private static String hex(String algorithm, String key, String content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
