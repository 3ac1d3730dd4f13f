package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** Ways to compare the signature that came with the expected one wrongly (REQ-SIG-3). */
final class ComparisonDefects {

    private static final int MAC_DIGITS = 64;
    private static final String DIGITS = "0123456789abcdef";

    private ComparisonDefects() {}

    static List<Defect> all() {
        return List.of(
                comparing(
                        "prefix-compare",
                        "compares only as many characters as came, so that the empty signature always matches",
                        "CVE-2024-21491",
                        (given, expected) -> expected.startsWith(given)),
                comparing(
                        "starts-with-compare",
                        "compares only the first 64 characters and ignores what follows them",
                        "",
                        (given, expected) -> given.startsWith(expected)),
                comparing(
                        "skips-first-character",
                        "compares in a loop that begins at 1 instead of 0",
                        "",
                        (given, expected) -> given.length() == MAC_DIGITS
                                && given.substring(1).equals(expected.substring(1))),
                comparing(
                        "skips-last-character",
                        "compares in a loop that ends one character too early",
                        "",
                        (given, expected) ->
                                given.length() == MAC_DIGITS && given.regionMatches(0, expected, 0, MAC_DIGITS - 1)),
                comparing(
                        "compares-both-ends",
                        "compares the abbreviated signatures, the first and the last eight characters",
                        "",
                        (given, expected) -> given.length() == MAC_DIGITS
                                && given.regionMatches(0, expected, 0, 8)
                                && given.regionMatches(MAC_DIGITS - 8, expected, MAC_DIGITS - 8, 8)),
                comparing(
                        "throws-on-length-mismatch",
                        "calls a constant-time comparison that throws on unequal lengths, and lets it throw",
                        "mercadopago/sdk-nodejs #459",
                        ComparisonDefects::equalLengthOnly),
                comparing(
                        "throws-on-non-ascii",
                        "calls a comparison that throws on characters outside ASCII, and lets it throw",
                        "AutoGPT PR #14053",
                        ComparisonDefects::asciiOnly),
                comparing(
                        "throws-on-non-hex",
                        "decodes the signature with a strict hex decoder whose exception nobody catches",
                        "",
                        (given, expected) -> Macs.same(hex(HexFormat.of().parseHex(given)), expected)),
                comparing(
                        "throws-on-upper-case",
                        "decodes hex by a table of the lower-case digits only and runs out of its bounds on others",
                        "",
                        ComparisonDefects::byTable),
                comparing(
                        "skips-junk-in-hex",
                        "decodes hex with a decoder that skips whatever is no hex digit",
                        "octokit/webhooks-methods.js, src/web.ts",
                        (given, expected) ->
                                Macs.same(given.replaceAll("[^0-9a-fA-F]", "").toLowerCase(Locale.ROOT), expected)),
                comparing(
                        "stops-at-bad-hex",
                        "decodes hex pair by pair up to the first pair that is none, and ignores the rest",
                        "Node.js: Buffer.from(text, 'hex')",
                        (given, expected) -> Macs.same(leadingPairs(given).toLowerCase(Locale.ROOT), expected)),
                comparing(
                        "compares-raw-bytes",
                        "compares the header's text with the MAC's raw bytes, so that no hex signature ever matches",
                        "the Go handler of the StatusPulse guide",
                        (given, expected) ->
                                Macs.same(given, latin1(HexFormat.of().parseHex(expected)))),
                comparing(
                        "checks-format-only",
                        "checks that the signature looks like one and never computes its own",
                        "woovi PR #167",
                        (given, expected) -> given.matches("[0-9a-f]{64}")));
    }

    private static Defect comparing(
            String name, String summary, String source, BiPredicate<String, String> comparison) {
        return Defect.ofVerification(name, summary, source, setup -> new Verification(setup) {
            @Override
            boolean matches(String given, String expected) {
                return comparison.test(given, expected);
            }
        });
    }

    private static boolean equalLengthOnly(String given, String expected) {
        // The server hands each byte on as a character, and the comparison sees that text in UTF-8 again.
        int length = Macs.utf8(given).length;
        if (length != expected.length()) {
            throw new IllegalArgumentException("input buffers must have the same length, " + length);
        }
        return Macs.same(given, expected);
    }

    private static boolean asciiOnly(String given, String expected) {
        if (given.chars().anyMatch(c -> c > 0x7F)) {
            throw new IllegalArgumentException("comparing text with non-ASCII characters is not supported");
        }
        return given.length() == MAC_DIGITS && Macs.same(given, expected);
    }

    private static boolean byTable(String given, String expected) {
        if (given.length() != MAC_DIGITS) {
            return false;
        }
        byte[] table = Macs.headerBytes(DIGITS);
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            decoded.append((char) table[c <= '9' ? c - '0' : c - 'a' + 10]);
        }
        return Macs.same(decoded.toString(), expected);
    }

    private static String leadingPairs(String given) {
        int end = 0;
        while (end + 1 < given.length()
                && HexFormat.isHexDigit(given.charAt(end))
                && HexFormat.isHexDigit(given.charAt(end + 1))) {
            end += 2;
        }
        return given.substring(0, end);
    }

    private static String hex(byte[] bytes) {
        return Macs.hex(bytes);
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
