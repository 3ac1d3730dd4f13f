package io.statuspulse.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.SigningKey.Derived;
import io.statuspulse.simulator.signing.SigningKey.Known;
import io.statuspulse.simulator.signing.SigningKey.Literal;
import io.statuspulse.simulator.signing.SigningKey.Lookalike;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    @Test
    void findsTheSecretsThatAreConfigured() {
        Secrets secrets = new Secrets(
                Secret.of("now"), Optional.of(Secret.of("before")), List.of(Secret.of("x"), Secret.of("y")));

        assertThat(Known.CURRENT.bytes(secrets)).contains(Bytes.utf8("now"));
        assertThat(Known.PREVIOUS.bytes(secrets)).contains(Bytes.utf8("before"));
        assertThat(Known.RETIRED.bytes(secrets)).contains(Bytes.utf8("x"));
        assertThat(Known.CURRENT.isConfigured()).isTrue();
    }

    @Test
    void saysWhichSecretIsNotConfigured() {
        Secrets secrets = secrets("now");

        assertThat(Known.PREVIOUS.bytes(secrets)).isEmpty();
        assertThat(Known.PREVIOUS.whyNot()).isEqualTo("no previous secret is configured");
        assertThat(Known.RETIRED.bytes(secrets)).isEmpty();
        assertThat(Known.RETIRED.whyNot()).isEqualTo("no retired secret is configured");
    }

    @ParameterizedTest
    @CsvSource({
        "WITHOUT_PREFIX, whsec_c0ffeeZZ, c0ffeeZZ",
        "WITHOUT_PREFIX, whsec_whsec_x, whsec_x",
        "BASE64_DECODED, whsec_YWJj, abc",
        "BASE64_DECODED, YWJj, abc",
        "BASE64_DECODED, whsec_YW-_Jj, ao\u00bf&",
        "BASE64_DECODED, whsec_YWJjZ, abc",
        "HEX_DECODED, whsec_616263zz, abc",
        "HEX_DECODED, 6162636, abc",
        "HEX_DECODED, whsec_4A4b, JK",
        "CASE_CHANGED, whsec_aB1, WHSEC_AB1",
        "CASE_CHANGED, WHSEC_AB1, whsec_ab1",
        "TRUNCATED, whsec_ab, whsec_a",
        "TRUNCATED, ab\uD83D\uDEA8, ab"
    })
    void derivesTheKeyThatACarelessReceiverUses(Derived key, String secret, String derived) {
        assertThat(key.bytes(secrets(secret))).contains(Bytes.latin1(derived));
    }

    @Test
    void addsTheNewlineOfASecretReadFromAFile() {
        assertThat(Derived.WITH_NEWLINE.bytes(secrets("whsec_a"))).contains(Bytes.utf8("whsec_a\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "WITHOUT_PREFIX, noprefix, the secret has no whsec_ prefix with more behind it",
        "WITHOUT_PREFIX, whsec_, the secret has no whsec_ prefix with more behind it",
        "BASE64_DECODED, whsec_!, the secret is not base64",
        "HEX_DECODED, whsec_zz, the secret is not hex",
        "HEX_DECODED, whsec_a, the secret is not hex",
        "CASE_CHANGED, 123-456, the secret has no letters",
        "TRUNCATED, x, the secret has one character",
        "TRUNCATED, \uD83D\uDEA8, the secret has one character"
    })
    void saysWhyThereIsNoSuchKey(Derived key, String secret, String whyNot) {
        assertThat(key.bytes(secrets(secret))).isEmpty();
        assertThat(key.whyNot()).isEqualTo(whyNot);
    }

    @Test
    void derivesNoKeyThatIsAConfiguredSecretItself() {
        Secrets secrets = new Secrets(
                Secret.of("whsec_x"),
                Optional.of(Secret.of("x")),
                List.of(Secret.of("whsec_x\n"), Secret.of("WHSEC_X")));

        assertThat(List.of(Derived.WITHOUT_PREFIX, Derived.WITH_NEWLINE, Derived.CASE_CHANGED))
                .allSatisfy(key -> {
                    assertThat(key.bytes(secrets)).as(key.label()).isEmpty();
                    assertThat(key.whyNot()).isNotBlank();
                });
    }

    @Test
    void derivesSomethingOrNothingFromAnySecretAndNeverThrows() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 2000; i++) {
            String text = (i % 2 == 0 ? "whsec_" : "")
                    + random.ints(1 + random.nextInt(90), 0x21, i % 3 == 0 ? 0x2ff : 0x7f)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
            for (Derived key : Derived.values()) {
                assertThat(key.bytes(secrets(text)))
                        .as(key + " of " + text)
                        .isNotEqualTo(Optional.of(Bytes.utf8(text)));
            }
        }
    }

    @Test
    void isNotConfiguredWhereItIsDerivedOrMadeUp() {
        assertThat(Derived.TRUNCATED.isConfigured()).isFalse();
        assertThat(new Literal("x").isConfigured()).isFalse();
        assertThat(new Lookalike("next", 8).isConfigured()).isFalse();
    }

    @Test
    void takesALiteralKeyAsItIs() {
        assertThat(new Literal("changeme").bytes(secrets("whsec_a"))).contains(Bytes.utf8("changeme"));
        assertThat(new Literal("").bytes(secrets("whsec_a"))).contains(Bytes.EMPTY);
        assertThat(new Literal("changeme").label()).isEqualTo("'changeme'");
    }

    @Test
    void refusesALiteralThatIsAConfiguredSecretWithoutNamingIt() {
        Literal key = new Literal("changeme");

        assertThat(key.bytes(secrets("changeme"))).isEmpty();
        assertThat(key.whyNot()).isEqualTo("the key to sign with is a configured secret");
    }

    @Test
    void makesALookalikeOfTheSameShapeThatNobodyIssued() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            byte[] raw = new byte[1 + random.nextInt(60)];
            random.nextBytes(raw);
            String text = "whsec_" + HexFormat.of().formatHex(raw) + "-Zz9_é";
            int shared = random.nextInt(12);
            Bytes original = Bytes.utf8(text);
            Bytes key =
                    new Lookalike("never issued", shared).bytes(secrets(text)).orElseThrow();

            assertThat(key).isNotEqualTo(original);
            assertThat(key.slice(0, shared)).isEqualTo(original.slice(0, shared));
            assertThat(shape(key)).isEqualTo(shape(original));
            for (int at = shared; at < key.size(); at++) {
                boolean changeable = Character.isLetterOrDigit(original.at(at)) && original.at(at) > 0;
                assertThat(key.at(at) != original.at(at)).as("byte " + at).isEqualTo(changeable);
            }
        }
    }

    @Test
    void makesAnotherLookalikeForAnotherName() {
        Secrets secrets = secrets("whsec_abcdefghijklmnop");

        assertThat(new Lookalike("next", 6).bytes(secrets))
                .isEqualTo(new Lookalike("next", 6).bytes(secrets))
                .isNotEqualTo(new Lookalike("other endpoint", 6).bytes(secrets));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 100})
    void changesTheLastCharacterOfASecretAllOfWhichIsShared(int shared) {
        Bytes key = new Lookalike("next", shared).bytes(secrets("abcdef")).orElseThrow();

        assertThat(key.slice(0, 5)).isEqualTo(Bytes.utf8("abcde"));
        assertThat(key.at(5)).isNotEqualTo((byte) 'f').isBetween((byte) 'a', (byte) 'z');
    }

    @Test
    void makesNoLookalikeWhereNothingCanBeChanged() {
        assertThat(new Lookalike("next", 0).bytes(secrets("-_-"))).isEmpty();
        assertThat(new Lookalike("next", 0).whyNot()).isEqualTo("the secret has no letters or digits to change");
    }

    @Test
    void neverMakesALookalikeThatIsConfigured() {
        Bytes first = new Lookalike("next", 6).bytes(secrets("whsec_a")).orElseThrow();
        Secrets both = new Secrets(Secret.of("whsec_a"), Optional.of(Secret.of(first.asUtf8())), List.of());

        assertThat(new Lookalike("next", 6).bytes(both)).isEmpty();
    }

    @Test
    void labelsKeysInKebabCase() {
        assertThat(Stream.of(Known.values()).map(Known::label)).containsExactly("current", "previous", "retired");
        assertThat(Derived.BASE64_DECODED.label()).isEqualTo("base64-decoded");
        assertThat(new Lookalike("other endpoint", 6).label()).isEqualTo("other endpoint");
    }

    private static Secrets secrets(String current) {
        return Secrets.of(Secret.of(current));
    }

    private static String shape(Bytes key) {
        return key.asLatin1().replaceAll("[0-9]", "0").replaceAll("[a-z]", "a").replaceAll("[A-Z]", "A");
    }
}
