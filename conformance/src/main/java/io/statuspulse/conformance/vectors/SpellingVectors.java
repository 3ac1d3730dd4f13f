package io.statuspulse.conformance.vectors;

import static io.statuspulse.conformance.scenario.Requirement.SIG_1;
import static io.statuspulse.conformance.scenario.Requirement.SIG_3;
import static io.statuspulse.conformance.vectors.Reason.SIGNATURE_MALFORMED;
import static io.statuspulse.conformance.vectors.VectorFlag.MAY_SURROUNDING_SPACE;
import static io.statuspulse.conformance.vectors.VectorFlag.MAY_UPPER_CASE;

import io.statuspulse.simulator.bytes.Bytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The right MAC written otherwise, and what is no signature at all. */
final class SpellingVectors {
    private static final Request GENUINE =
            Setting.USUAL.request(Bytes.utf8("{\"event_id\":\"evt_222222222222\",\"error_code\":null}"));

    private static final Family ENCODED = Family.must("signature/encoded", SIG_1, VectorFlag.OTHER_ENCODING);
    private static final Family BEHIND = Family.should("signature/behind", SIG_1, VectorFlag.OTHER_ENCODING);
    private static final Family WRAPPED = Family.should("signature/wrapped", SIG_1, VectorFlag.OTHER_ENCODING);
    private static final Family CASE = Family.must("signature/case", SIG_1, VectorFlag.OTHER_ENCODING);
    private static final Family SPACE = Family.should("signature/space-around", SIG_3, VectorFlag.EXTENDED_SIGNATURE);
    private static final Family WORD = Family.must("signature/word", SIG_3, VectorFlag.MALFORMED_SIGNATURE);
    private static final Family LOOKALIKE =
            Family.must("signature/lookalike-digit", SIG_3, VectorFlag.MALFORMED_SIGNATURE);

    private SpellingVectors() {}

    static Stream<SignatureVector> list() {
        return Stream.of(encoded(), behind(), wrapped(), cases(), spaces(), words(), lookalikes())
                .flatMap(vectors -> vectors);
    }

    private static Stream<SignatureVector> encoded() {
        String hex = GENUINE.signature();
        byte[] mac = HexFormat.of().parseHex(hex);
        String base64 = Base64.getEncoder().encodeToString(mac);
        String url = Base64.getUrlEncoder().encodeToString(mac);
        return Stream.of(
                encoded("base64", "base64", base64),
                encoded("base64-unpadded", "base64 without padding", base64.replace("=", "")),
                encoded("base64url", "base64url with padding", url),
                encoded("base64url-unpadded", "base64url without padding", url.replace("=", "")),
                encoded(
                        "base64-of-hex",
                        "base64 of the hex digits",
                        Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.US_ASCII))),
                encoded("raw", "the bytes themselves", Bytes.of(mac).asLatin1()),
                encoded(
                        "raw-as-utf-8",
                        "the bytes as characters in UTF-8",
                        Bytes.utf8(Bytes.of(mac).asLatin1()).asLatin1()),
                encoded("decimal", "a decimal number", new BigInteger(1, mac).toString()),
                encoded("octal", "an octal number", new BigInteger(1, mac).toString(8)),
                encoded("binary", "binary digits", new BigInteger(1, mac).toString(2)),
                encoded(
                        "hex-with-colons",
                        "hex digits with colons",
                        HexFormat.ofDelimiter(":").formatHex(mac)),
                encoded(
                        "hex-with-spaces",
                        "hex digits with spaces",
                        HexFormat.ofDelimiter(" ").formatHex(mac)),
                encoded(
                        "hex-of-hex",
                        "the hex digits in hex",
                        HexFormat.of().formatHex(hex.getBytes(StandardCharsets.US_ASCII))),
                encoded(
                        "percent",
                        "percent-encoded",
                        HexFormat.of().withPrefix("%").formatHex(mac)),
                encoded(
                        "escaped",
                        "escaped as in C",
                        HexFormat.of().withPrefix("\\x").formatHex(mac)));
    }

    private static Stream<SignatureVector> behind() {
        return Stream.of(
                behind("sha256-equals", "sha256="),
                behind("sha256-colon", "sha256:"),
                behind("sha256-space", "SHA256 "),
                behind("hmac-sha256-space", "HMAC-SHA256 "),
                behind("hmac-sha256-equals", "hmac-sha256="),
                behind("v1-equals", "v1="),
                behind("v1-comma", "v1,"),
                behind("v0-equals", "v0="),
                behind("timestamp-and-v1", "t=" + Setting.NOW + ",v1="),
                behind("timestamp-dot", Setting.NOW + "."),
                behind("bearer", "Bearer "),
                behind("hex-colon", "hex:"),
                behind("equals", "="),
                behind("empty-and-comma", ","),
                behind("quote", "\""),
                behind("0x", "0x"),
                behind("backslash-x", "\\x"));
    }

    private static Stream<SignatureVector> wrapped() {
        return Stream.of(
                wrapped("quotes", "\"", "\""),
                wrapped("apostrophes", "'", "'"),
                wrapped("angle-brackets", "<", ">"),
                wrapped("brackets", "[", "]"),
                wrapped("json-array", "[\"", "\"]"),
                wrapped("braces", "{", "}"),
                wrapped("parentheses", "(", ")"),
                wrapped("percent-quotes", "%22", "%22"),
                wrapped("encoded-word", "=?UTF-8?Q?", "?="),
                wrapped("list-before", "", "," + "0".repeat(64)),
                wrapped("list-after", "0".repeat(64) + ", ", ""),
                wrapped("list-of-itself", "", ", " + GENUINE.signature()),
                wrapped("space-separated-list", "0".repeat(64) + " ", ""));
    }

    private static Stream<SignatureVector> cases() {
        String right = GENUINE.signature();
        return Stream.of(
                upper("all-capitals", "every letter a capital", s -> s.toUpperCase(Locale.ROOT)),
                upper(
                        "first-half",
                        "capitals in its first half",
                        s -> s.substring(0, 32).toUpperCase(Locale.ROOT) + s.substring(32)),
                upper(
                        "second-half",
                        "capitals in its second half",
                        s -> s.substring(0, 32) + s.substring(32).toUpperCase(Locale.ROOT)),
                upper("letter-a", "only the letter a a capital", s -> s.replace('a', 'A')),
                upper("letter-f", "only the letter f a capital", s -> s.replace('f', 'F')),
                CASE.invalid(
                        "all-capitals-and-wrong",
                        "every letter a capital, and the last digit another one",
                        SIGNATURE_MALFORMED,
                        GENUINE.withSignature(right.substring(0, 63).toUpperCase(Locale.ROOT)
                                + (right.charAt(63) == '0' ? '1' : '0'))));
    }

    /** Servers take it off: a verifier that meets it all the same may do so too. Other characters are no white space here. */
    private static Stream<SignatureVector> spaces() {
        return Stream.of(
                around("space-before", "a space before it", " ", ""),
                around("space-after", "a space after it", "", " "),
                around("spaces-around", "spaces around it", "  ", "  "),
                around("tab-before", "a tab before it", "\t", ""),
                around("tab-after", "a tab after it", "", "\t"),
                around("newline-after", "a newline after it: $ in a regular expression may stand before it", "", "\n"),
                around("line-end-after", "a carriage return and a newline after it", "", "\r\n"),
                around("newline-before", "a newline before it", "\n", ""),
                odd("no-break-space-after", "a no-break space in ISO-8859-1 after it", "", "\u00a0"),
                odd("no-break-space-utf-8-after", "a no-break space in UTF-8 after it", "", "\u00c2\u00a0"),
                odd("byte-order-mark-before", "a byte order mark in UTF-8 before it", "\u00ef\u00bb\u00bf", ""),
                odd("next-line-after", "U+0085 in ISO-8859-1 after it", "", "\u0085"),
                odd("line-separator-after", "U+2028 in UTF-8 after it", "", "\u00e2\u0080\u00a8"),
                odd("escape-after", "an escape character after it", "", "\u001b"));
    }

    private static Stream<SignatureVector> words() {
        return Stream.of(
                word("one-space", " "),
                word("zero", "0"),
                word("one", "1"),
                word("true", "true"),
                word("false", "false"),
                word("null", "null"),
                word("undefined", "undefined"),
                word("none", "None"),
                word("nan", "NaN"),
                word("object", "[object Object]"),
                word("brackets", "[]"),
                word("braces", "{}"),
                word("star", "*"),
                word("any", ".*"),
                word("any-digits", "[0-9a-f]{64}"),
                word("like", "%"),
                word("algorithm-none", "none"),
                word("algorithm", "sha256="),
                word("equals", "="),
                word("comma", ","),
                word("format-string", "%s%n%x"),
                word("script", "<script>alert(1)</script>"),
                word("sql", "' OR '1'='1"),
                word("jndi", "${jndi:ldap://127.0.0.1/a}"),
                word("secret-name", "whsec_"),
                word("63-zeros", "0".repeat(63)),
                word("65-zeros", "0".repeat(65)),
                word("64-letters-g", "g".repeat(64)),
                word("64-spaces-inside", "0" + " ".repeat(62) + "0"),
                word("64-nuls", "\0".repeat(64)),
                word("64-bytes-ff", "\u00ff".repeat(64)),
                word("64-letters-in-utf-8", "\u00c3\u00a9".repeat(64)),
                word("surrogate-in-utf-8", "\u00ed\u00a0\u0080".repeat(21) + "0"),
                word("four-kib", "0".repeat(4096)));
    }

    /** Characters that some function calls a digit, in place of the last one. */
    private static Stream<SignatureVector> lookalikes() {
        return Stream.of(
                lookalike("full-width", "a full-width digit", 0xff10),
                lookalike("arabic-indic", "an Arabic-Indic digit", 0x660),
                lookalike("devanagari", "a Devanagari digit", 0x966),
                lookalike("mathematical", "a mathematical bold digit", 0x1d7ce),
                lookalike("superscript", "a superscript", 0x2070),
                lookalike("cyrillic-a", "a Cyrillic letter that looks like a", 0x430),
                lookalike("full-width-a", "a full-width letter a", 0xff41),
                lookalike("dotless-i", "a letter that becomes ASCII in upper case", 0x131));
    }

    private static SignatureVector encoded(String variant, String encoding, String value) {
        return ENCODED.invalid(
                variant, "the right MAC as " + encoding, SIGNATURE_MALFORMED, GENUINE.withSignature(value));
    }

    private static SignatureVector behind(String variant, String prefix) {
        return BEHIND.invalid(
                variant,
                "the right signature behind " + prefix,
                SIGNATURE_MALFORMED,
                GENUINE.withSignature(prefix + GENUINE.signature()));
    }

    private static SignatureVector wrapped(String variant, String before, String after) {
        return WRAPPED.invalid(
                variant,
                "the right signature with text around it: " + variant.replace('-', ' '),
                SIGNATURE_MALFORMED,
                GENUINE.withSignature(before + GENUINE.signature() + after));
    }

    private static SignatureVector upper(String variant, String comment, UnaryOperator<String> change) {
        return CASE.acceptable(
                variant,
                "the right signature, " + comment,
                MAY_UPPER_CASE,
                GENUINE.withSignature(change.apply(GENUINE.signature())));
    }

    private static SignatureVector around(String variant, String comment, String before, String after) {
        return SPACE.acceptable(
                variant,
                "the right signature with " + comment,
                MAY_SURROUNDING_SPACE,
                GENUINE.withSignature(before + GENUINE.signature() + after));
    }

    private static SignatureVector odd(String variant, String comment, String before, String after) {
        return SPACE.invalid(
                variant,
                "the right signature with " + comment,
                SIGNATURE_MALFORMED,
                GENUINE.withSignature(before + GENUINE.signature() + after));
    }

    private static SignatureVector word(String variant, String value) {
        return WORD.invalid(
                variant,
                "no signature at all: " + variant.replace('-', ' '),
                SIGNATURE_MALFORMED,
                GENUINE.withSignature(value));
    }

    private static SignatureVector lookalike(String variant, String comment, int codePoint) {
        String right = GENUINE.signature();
        return LOOKALIKE.invalid(
                variant,
                "the right signature with " + comment + " as its last digit, in UTF-8",
                SIGNATURE_MALFORMED,
                GENUINE.withSignature(right.substring(0, 63)
                        + Bytes.utf8(Character.toString(codePoint)).asLatin1()));
    }
}
