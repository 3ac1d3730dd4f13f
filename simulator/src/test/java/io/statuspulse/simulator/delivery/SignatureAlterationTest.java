package io.statuspulse.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureAlterationTest {
    private static final Map<SignatureAlteration, String> OF_0123ABCF = altered();

    private static Map<SignatureAlteration, String> altered() {
        Map<SignatureAlteration, String> altered = new EnumMap<>(SignatureAlteration.class);
        altered.put(SignatureAlteration.FIRST_CHARACTER, "1123abcf");
        altered.put(SignatureAlteration.MIDDLE_CHARACTER, "0123bbcf");
        altered.put(SignatureAlteration.LAST_CHARACTER, "0123abce");
        altered.put(SignatureAlteration.LAST_CHARACTER_NON_ASCII, "0123abc\u00e9");
        altered.put(SignatureAlteration.EVERY_CHARACTER, "1032bade");
        altered.put(SignatureAlteration.TRUNCATED_BY_ONE, "0123abc");
        altered.put(SignatureAlteration.TRUNCATED_TO_HALF, "0123");
        altered.put(SignatureAlteration.TRUNCATED_TO_ONE, "0");
        altered.put(SignatureAlteration.EXTENDED_BY_ONE, "0123abcf0");
        altered.put(SignatureAlteration.EXTENDED, "0123abcf00000000");
        altered.put(SignatureAlteration.DOUBLED, "0123abcf0123abcf");
        altered.put(SignatureAlteration.SPACES_INSIDE, "01 23 ab cf");
        altered.put(SignatureAlteration.HYPHEN_INSIDE, "0123-abcf");
        altered.put(SignatureAlteration.LETTER_INSIDE, "0123zabcf");
        altered.put(SignatureAlteration.NUL_INSIDE, "0123\0abcf");
        altered.put(SignatureAlteration.LIST_WITH_RIGHT, "1032bade,0123abcf");
        return altered;
    }

    @ParameterizedTest
    @EnumSource
    void altersASignature(SignatureAlteration alteration) {
        assertThat(alteration.applyTo("0123abcf")).isEqualTo(OF_0123ABCF.get(alteration));
    }

    @ParameterizedTest
    @EnumSource
    void altersEverySignature(SignatureAlteration alteration) {
        for (char digit : "0123456789abcdefABCDEFzG+/=".toCharArray()) {
            String signature = String.valueOf(digit).repeat(64);
            assertThat(alteration.applyTo(signature)).isNotEqualTo(signature);
        }
    }

    @Test
    void isWrongInEveryDigitAndOfTheSameLength() {
        String signature = "0123456789abcdefABCDEFxyz+/=";
        String wrong = SignatureAlteration.wrong(signature);

        assertThat(wrong).hasSameSizeAs(signature).matches("[0-9a-f]+");
        for (int i = 0; i < signature.length(); i++) {
            assertThat(Character.toLowerCase(wrong.charAt(i))).isNotEqualTo(Character.toLowerCase(signature.charAt(i)));
        }
    }
}
