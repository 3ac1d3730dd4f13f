package io.statuspulse.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.bytes.Bytes;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class MacAlgorithmTest {
    private static final Bytes KEY = Bytes.utf8("key");
    private static final Bytes MESSAGE = Bytes.utf8("message");

    /** The test cases of RFC 4231 (SHA-2) and RFC 2202 (MD5, SHA-1) whose output is not truncated. */
    @ParameterizedTest
    @CsvFileSource(resources = "hmac-known-answers.csv", useHeadersInDisplayName = true)
    void computesTheKnownAnswers(MacAlgorithm algorithm, String key, String message, String mac) {
        assertThat(hex(algorithm.compute(unhex(key), unhex(message)))).isEqualTo(mac);
    }

    @ParameterizedTest
    @EnumSource
    void takesAnEmptyKeyAndAnEmptyMessage(MacAlgorithm algorithm) {
        assertThat(algorithm.compute(Bytes.EMPTY, Bytes.EMPTY).size()).isPositive();
    }

    @Test
    void computesTheKnownAnswerForAnEmptyKeyAndMessage() {
        assertThat(hex(MacAlgorithm.HMAC_SHA256.compute(Bytes.EMPTY, Bytes.EMPTY)))
                .isEqualTo("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
    }

    @Test
    void cutsTheTruncatedOneToTheLengthOfTheRealOne() {
        Bytes whole = MacAlgorithm.HMAC_SHA512.compute(KEY, MESSAGE);

        assertThat(MacAlgorithm.HMAC_SHA512_TRUNCATED.compute(KEY, MESSAGE)).isEqualTo(whole.slice(0, 32));
    }

    @Test
    void digestsWithoutAKeyOrWithTheKeyInFront() {
        // FIPS 180-2, appendix B.1.
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

        assertThat(hex(MacAlgorithm.SHA256.compute(KEY, Bytes.utf8("abc")))).isEqualTo(abc);
        assertThat(hex(MacAlgorithm.SHA256_KEY_FIRST.compute(Bytes.utf8("a"), Bytes.utf8("bc"))))
                .isEqualTo(abc);
    }

    @Test
    void exchangesKeyAndMessage() {
        assertThat(MacAlgorithm.HMAC_SHA256_EXCHANGED.compute(KEY, MESSAGE))
                .isEqualTo(MacAlgorithm.HMAC_SHA256.compute(MESSAGE, KEY));
    }

    @Test
    void isNamedInKebabCase() {
        assertThat(MacAlgorithm.HMAC_SHA512_TRUNCATED.label()).isEqualTo("hmac-sha512-truncated");
        assertThat(SignatureEncoding.UPPER_HEX.label()).isEqualTo("upper-hex");
    }

    @Test
    void isWrittenInEveryEncoding() {
        Bytes mac = unhex("00fbefffab");

        assertThat(SignatureEncoding.HEX.encode(mac)).isEqualTo("00fbefffab");
        assertThat(SignatureEncoding.UPPER_HEX.encode(mac)).isEqualTo("00FBEFFFAB");
        assertThat(SignatureEncoding.BASE64.encode(mac)).isEqualTo("APvv/6s=");
        assertThat(SignatureEncoding.BASE64URL.encode(mac)).isEqualTo("APvv_6s");
    }

    private static String hex(Bytes bytes) {
        return HexFormat.of().formatHex(bytes.toArray());
    }

    private static Bytes unhex(String digits) {
        return Bytes.of(HexFormat.of().parseHex(digits));
    }
}
