package io.statuspulse.conformance.vectors;

import static io.statuspulse.conformance.scenario.Requirement.ROT_1;
import static io.statuspulse.conformance.scenario.Requirement.ROT_2;
import static io.statuspulse.conformance.scenario.Requirement.ROT_3;
import static io.statuspulse.conformance.scenario.Requirement.SIG_1;
import static io.statuspulse.conformance.vectors.Reason.SIGNATURE_MISMATCH;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.SigningKey;
import io.statuspulse.simulator.signing.SigningKey.Known;
import io.statuspulse.simulator.signing.SigningKey.Literal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which secrets are in force, and what text a secret may be. */
final class SecretVectors {
    private static final String NOW = Long.toString(Setting.NOW);
    private static final Bytes BODY =
            Bytes.utf8("{\"event_id\":\"evt_666666666666\",\"endpoint\":\"https://a.example\"}");

    /** What is around the secret and not in it: a verifier that takes one of these took care to. */
    private static final Set<SigningKey.Derived> DECORATED =
            Set.of(SigningKey.Derived.QUOTED, SigningKey.Derived.WITH_NEWLINE);

    /** Secrets as providers issue them; others are odd, and a library may refuse them where they are configured. */
    private static final Set<String> PLAIN =
            Set.of("without-prefix", "prefix-twice", "base64", "base64url", "hex", "punctuation");

    private static final int SHORTEST = 31;
    private static final int LONGEST = 129;

    private SecretVectors() {}

    static Stream<VectorGroup> groups() {
        return Stream.of(Stream.of(overlap(), afterwards()), lengths(), texts()).flatMap(groups -> groups);
    }

    private static VectorGroup overlap() {
        Setting setting = Setting.ROTATING;
        Family genuine = Family.must("secret/overlap", ROT_1, VectorFlag.ROTATION);
        Family unknown = Family.must("secret/overlap-unknown", ROT_2, VectorFlag.UNKNOWN_SECRET);
        return new VectorGroup(
                "overlap",
                "While a rotation's overlap lasts: two secrets are in force.",
                setting,
                List.of(
                        genuine.valid("current", "signed with the current secret", signed(setting, Known.CURRENT)),
                        genuine.valid("previous", "signed with the previous secret", signed(setting, Known.PREVIOUS)),
                        unknown.invalid(
                                "retired",
                                "signed with the secret before the previous one",
                                SIGNATURE_MISMATCH,
                                signed(setting, Known.RETIRED)),
                        unknown.invalid(
                                "both",
                                "signed with both secrets one after the other as the key",
                                SIGNATURE_MISMATCH,
                                signed(setting, Setting.CURRENT + Setting.PREVIOUS)),
                        unknown.invalid(
                                "comma-list",
                                "signed with both secrets in a list as the key",
                                SIGNATURE_MISMATCH,
                                signed(setting, Setting.CURRENT + "," + Setting.PREVIOUS))));
    }

    private static VectorGroup afterwards() {
        Setting setting = Setting.USUAL;
        Family unknown = Family.must("secret/unknown", ROT_2, VectorFlag.UNKNOWN_SECRET);
        Family guessed = Family.must("secret/guessed", ROT_3, VectorFlag.GUESSABLE_SECRET);
        Family derived = Family.must("secret/derived", SIG_1, VectorFlag.DERIVED_KEY);
        Family decorated = Family.should("secret/derived", SIG_1, VectorFlag.DERIVED_KEY);
        String text = Setting.CURRENT;
        Stream<SignatureVector> one = Stream.of(
                unknown.invalid(
                        "previous",
                        "signed with the previous secret after its overlap",
                        SIGNATURE_MISMATCH,
                        signed(setting, Setting.PREVIOUS)),
                unknown.invalid(
                        "retired", "signed with a retired secret", SIGNATURE_MISMATCH, signed(setting, Known.RETIRED)));
        Stream<SignatureVector> known = Stream.of(
                        "",
                        "0",
                        "1",
                        "true",
                        "false",
                        "null",
                        "undefined",
                        "None",
                        "nil",
                        "NaN",
                        "secret",
                        "password",
                        "changeme",
                        "test",
                        "webhook",
                        "default",
                        "whsec_",
                        "whsec_test",
                        "whsec_a8f3k29d4m1p7q",
                        "your-webhook-secret",
                        "STATUSPULSE_SECRET",
                        "process.env.STATUSPULSE_SECRET",
                        "[object Object]")
                .map(key -> guessed.invalid(
                        key.isEmpty() ? "empty" : Slug.of(key) + (key.endsWith("_") ? "-prefix" : ""),
                        key.isEmpty() ? "signed with the empty key" : "signed with the key " + key,
                        SIGNATURE_MISMATCH,
                        signed(setting, key)));
        Stream<SignatureVector> careless = Stream.of(
                derived.invalid(
                        "lower-case",
                        "signed with the secret in lower case",
                        SIGNATURE_MISMATCH,
                        signed(setting, text.toLowerCase(Locale.ROOT))),
                derived.invalid(
                        "without-first",
                        "signed with the secret less its first character",
                        SIGNATURE_MISMATCH,
                        signed(setting, text.substring(1))),
                derived.invalid(
                        "first-16",
                        "signed with the secret's first 16 characters",
                        SIGNATURE_MISMATCH,
                        signed(setting, text.substring(0, 16))),
                derived.invalid(
                        "first-32",
                        "signed with the secret's first 32 characters",
                        SIGNATURE_MISMATCH,
                        signed(setting, text.substring(0, 32))),
                decorated.invalid(
                        "space-before",
                        "signed with a space before the secret",
                        SIGNATURE_MISMATCH,
                        signed(setting, " " + text)),
                decorated.invalid(
                        "space-after",
                        "signed with a space after the secret",
                        SIGNATURE_MISMATCH,
                        signed(setting, text + " ")),
                derived.invalid(
                        "doubled", "signed with the secret twice", SIGNATURE_MISMATCH, signed(setting, text + text)),
                derived.invalid(
                        "hyphen",
                        "signed with whsec- for whsec_",
                        SIGNATURE_MISMATCH,
                        signed(setting, text.replace('_', '-'))),
                decorated.invalid(
                        "byte-order-mark",
                        "signed with a byte order mark before the secret",
                        SIGNATURE_MISMATCH,
                        signed(setting, "\ufeff" + text)));
        Stream<SignatureVector> decoded = Stream.of(SigningKey.Derived.values())
                .map(key -> (DECORATED.contains(key) ? decorated : derived)
                        .invalid(
                                key.label() + "-key",
                                "signed with what became of the secret: "
                                        + key.label().replace('-', ' '),
                                SIGNATURE_MISMATCH,
                                signed(setting, key)));
        return new VectorGroup(
                "one-secret",
                "One secret is in force.",
                setting,
                Stream.of(one, known, careless, decoded)
                        .flatMap(vectors -> vectors)
                        .toList());
    }

    /** HMAC hashes a key that is longer than a block, and pads a shorter one. */
    private static Stream<VectorGroup> lengths() {
        return IntStream.of(1, 2, 31, 32, 33, 55, 56, 63, 64, 65, 119, 120, 127, 128, 129, 256, 1024)
                .mapToObj(length -> {
                    String secret = "k3Y.".repeat(256).substring(0, length);
                    Setting setting = Setting.USUAL.withSecrets(secret);
                    Level level = length < SHORTEST || length > LONGEST ? Level.SHOULD : Level.MUST;
                    Family genuine = new Family("secret/length-" + length, level, SIG_1, VectorFlag.BLOCK_EDGE);
                    Family other = Family.must("secret/length-" + length, SIG_1, VectorFlag.DERIVED_KEY);
                    return new VectorGroup(
                            "secret-length-" + length,
                            "A secret of " + length + " characters.",
                            setting,
                            List.of(
                                    genuine.valid("whole", "signed with the whole secret", setting.request(BODY)),
                                    other.invalid(
                                            "last-changed",
                                            "signed with a secret whose last character is another one",
                                            SIGNATURE_MISMATCH,
                                            signed(setting, secret.substring(0, length - 1) + "!"))));
                });
    }

    private static Stream<VectorGroup> texts() {
        return Stream.of(
                text("without-prefix", "a secret without whsec_", "9c3b2f60d1e84a57", "whsec_9c3b2f60d1e84a57"),
                text("prefix-twice", "a secret that has whsec_ twice", "whsec_whsec_9c3b2f60", "whsec_9c3b2f60"),
                text("base64", "a secret that looks like base64", "whsec_MDEyMzQ1Njc4OWFiY2RlZg==", "0123456789abcdef"),
                text("base64url", "a secret in the alphabet of base64url", "whsec_-_8a-_8a", "whsec_+/8a+/8a"),
                text("hex", "a secret that looks like hex", "whsec_6b6579", "key"),
                text(
                        "punctuation",
                        "a secret of punctuation",
                        "whsec_!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~",
                        "whsec_!#$%&'()*+,-./:;<=>?@[]^`{|}~"),
                text("space-inside", "a secret with spaces inside", "whsec_two words", "whsec_twowords"),
                text("space-at-end", "a secret that ends in a space", "whsec_trailing ", "whsec_trailing"),
                text("space-at-start", "a secret that begins with a space", " whsec_leading", "whsec_leading"),
                text("newline-at-end", "a secret that ends in a newline", "whsec_line\n", "whsec_line"),
                text("percent", "a secret with a percent escape", "whsec_%41%2B", "whsec_A+"),
                text("plus", "a secret with a plus sign", "whsec_a+b", "whsec_a b"),
                text("backslash", "a secret with a backslash", "whsec_a\\nb", "whsec_a\nb"),
                text("dollar", "a secret with what shells fill in", "whsec_$HOME${PATH}", "whsec_"),
                text(
                        "latin-1",
                        "a secret with letters of Latin-1, as UTF-8",
                        "whsec_Z\u00fcrich-\u00df",
                        "whsec_Zurich-ss"),
                text("nfc", "a secret with composed letters", "whsec_caf\u00e9", "whsec_cafe\u0301"),
                text("nfd", "a secret with decomposed letters", "whsec_cafe\u0301", "whsec_caf\u00e9"),
                text("cyrillic", "a secret in Cyrillic", "whsec_\u0441\u0435\u043a\u0440\u0435\u0442", "whsec_??????"),
                text("japanese", "a secret in Japanese", "whsec_\u79d8\u5bc6", "whsec_"),
                text("emoji", "a secret with characters beyond the BMP", "whsec_\ud83d\udea8\ud834\udd1e", "whsec_??"),
                text("right-to-left", "a secret in Arabic", "whsec_\u0633\u0631", "\u0633\u0631_whsec"),
                text("zero-width", "a secret with a zero width space", "whsec_a\u200bb", "whsec_ab"),
                text("replacement", "a secret with U+FFFD", "whsec_\ufffd", "whsec_?"),
                text("nul-inside", "a secret with a NUL inside", "whsec_a\0b", "whsec_a"),
                text("full-width", "a secret with full-width letters", "whsec_\uff21\uff22", "whsec_AB"),
                text(
                        "dotted-i",
                        "a secret with a letter whose case depends on the language",
                        "whsec_\u0130i\u0131I",
                        "whsec_iiii"));
    }

    private static VectorGroup text(String id, String comment, String secret, String other) {
        Setting setting = Setting.USUAL.withSecrets(secret);
        Level level = PLAIN.contains(id) ? Level.MUST : Level.SHOULD;
        Family genuine = new Family("secret/text-" + id, level, SIG_1, VectorFlag.SECRET_TEXT);
        Family careless = Family.must("secret/text-" + id, SIG_1, VectorFlag.DERIVED_KEY);
        return new VectorGroup(
                "secret-" + id,
                "With " + comment + ".",
                setting,
                List.of(
                        genuine.valid("whole", "signed with the whole secret as UTF-8", setting.request(BODY)),
                        careless.invalid(
                                "other",
                                "signed with what may become of the secret",
                                SIGNATURE_MISMATCH,
                                signed(setting, other))));
    }

    private static Request signed(Setting setting, String key) {
        return signed(setting, new Literal(key));
    }

    private static Request signed(Setting setting, SigningKey key) {
        return setting.request(Setting.SCHEME, key, NOW, BODY);
    }
}
