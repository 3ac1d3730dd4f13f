package io.statuspulse.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.bytes.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignatureSchemeTest {
    private static final Secret JEFE = Secret.of("Jefe");

    @Test
    void signsWhatTheContractSays() {
        // RFC 4231, test case 2, keyed with Jefe: what do ya want for nothing?
        SignatureScheme bare = SignatureScheme.STATUSPULSE.withContent(new SignedContent("{body}"));
        assertThat(bare.sign(JEFE, "1", Bytes.utf8("what do ya want for nothing?")))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");

        SignatureScheme scheme = SignatureScheme.STATUSPULSE;
        assertThat(scheme.content().fill("1700000000", Bytes.utf8("{}"))).isEqualTo(Bytes.utf8("1700000000.{}"));
        assertThat(scheme.signatureHeader()).isEqualTo("X-StatusPulse-Signature");
        assertThat(scheme.timestampHeader()).isEqualTo("X-StatusPulse-Timestamp");
        assertThat(scheme.timestamp(Instant.ofEpochSecond(1700000000))).isEqualTo("1700000000");
    }

    @Test
    void coversTheRawBytesOfTheBody() {
        Bytes binary = Bytes.of(new byte[] {0, (byte) 0xff, '\r', '\n', (byte) 0xc3});

        assertThat(SignedContent.TIMESTAMP_DOT_BODY.fill("12", binary))
                .isEqualTo(Bytes.utf8("12.").plus(binary));
    }

    @Test
    void fillsATemplateOnceAndTakesTheRestAsItIs() {
        assertThat(new SignedContent("v0:{timestamp}:{body}:{other}").fill("{body}", Bytes.utf8("{timestamp}")))
                .isEqualTo(Bytes.utf8("v0:{body}:{timestamp}:{other}"));
        assertThat(new SignedContent("é\uD83D\uDEA8{body}").fill("1", Bytes.EMPTY))
                .isEqualTo(Bytes.utf8("é\uD83D\uDEA8"));
        assertThat(new SignedContent("").fill("1", Bytes.utf8("x"))).isEqualTo(Bytes.EMPTY);
    }

    @Test
    void readsTheCharsOfATimestampAsBytes() {
        assertThat(SignedContent.TIMESTAMP_DOT_BODY.fill("\u00d9\u00a1", Bytes.EMPTY))
                .isEqualTo(Bytes.of(new byte[] {(byte) 0xd9, (byte) 0xa1, '.'}));
    }

    @Test
    void changesOnePartAndKeepsTheOthers() {
        SignatureScheme scheme = SignatureScheme.STATUSPULSE;
        Bytes body = Bytes.utf8("{}");
        String signature = scheme.sign(JEFE, "1", body);

        assertThat(scheme.withPrefix("sha256=").sign(JEFE, "1", body)).isEqualTo("sha256=" + signature);
        assertThat(scheme.withEncoding(SignatureEncoding.UPPER_HEX).sign(JEFE, "1", body))
                .isEqualToIgnoringCase(signature)
                .isNotEqualTo(signature);
        assertThat(scheme.withAlgorithm(MacAlgorithm.HMAC_SHA1).sign(JEFE, "1", body))
                .hasSize(40);
        assertThat(scheme.withTimestampFormat(TimestampFormat.MILLISECONDS).timestamp(Instant.ofEpochSecond(1)))
                .isEqualTo("1000");
        assertThat(List.of(
                        scheme.withPrefix(""),
                        scheme.withEncoding(SignatureEncoding.HEX),
                        scheme.withAlgorithm(MacAlgorithm.HMAC_SHA256),
                        scheme.withContent(SignedContent.TIMESTAMP_DOT_BODY),
                        scheme.withTimestampFormat(TimestampFormat.SECONDS)))
                .containsOnly(scheme);
    }

    @Test
    void signsWithAnotherKeyWhereThereIsOne() {
        Secrets secrets = new Secrets(Secret.of("new"), Optional.of(JEFE), List.of());
        SignatureScheme scheme = SignatureScheme.STATUSPULSE;

        assertThat(scheme.sign(SigningKey.Known.PREVIOUS, secrets, "1", Bytes.EMPTY))
                .contains(scheme.sign(JEFE, "1", Bytes.EMPTY));
        assertThat(scheme.sign(SigningKey.Known.RETIRED, secrets, "1", Bytes.EMPTY))
                .isEmpty();
    }
}
