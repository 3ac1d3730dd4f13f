package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.ACCEPTED;

import java.util.List;
import java.util.stream.Stream;

/** What a receiver that compares signatures accepts besides the right one. */
final class SignatureRules {
    private static final String COMPARES = "signatures are compared";

    private SignatureRules() {}

    static List<Rule> list() {
        return Stream.of(comparison(), schemes(), places())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> comparison() {
        return List.of(
                finding(
                                "prefix-compared",
                                "The receiver compares only as much of the signature as came: the beginning of the right one"
                                        + " is accepted.")
                        .any(ACCEPTED, "signature/truncated-*")
                        .held("the characters that came are compared", "signature/wrong")
                        .explains(ACCEPTED, "signature/empty", "signature/blank", "signature/odd-length")
                        .doubt("How short it may be: the shortest that was accepted is among those told."),
                finding(
                                "empty-signature-accepted",
                                "The receiver accepts an empty signature: it takes it for none, and verifies nothing then.")
                        .any(ACCEPTED, "signature/empty", "signature/blank")
                        .held(COMPARES, "signature/wrong"),
                finding(
                                "rest-of-signature-ignored",
                                "The receiver accepts the right signature with more after it: it compares only its beginning.")
                        .any(ACCEPTED, "signature/extended", "signature/doubled")
                        .held(COMPARES, "signature/wrong")
                        .explains(ACCEPTED, "signature/odd-length"),
                finding(
                                "odd-digit-ignored",
                                "The receiver accepts the right signature with one hex digit too many: most likely its hex"
                                        + " decoder stops at the first pair that is none.")
                        .any(ACCEPTED, "signature/odd-length")
                        .held(
                                "it is the odd digit that is ignored",
                                "signature/extended",
                                "signature/truncated-by-one"),
                part("first", "signature/first-character"),
                part("middle", "signature/middle-character"),
                part("last", "signature/last-character", "signature/non-ascii"),
                finding(
                                "junk-in-signature-skipped",
                                "The receiver skips what is no hex digit in a signature before it compares: its decoder is"
                                        + " lenient, so that many texts stand for one signature.")
                        .any(ACCEPTED, "signature/junk-inside")
                        .explains(ACCEPTED, "http/folded-header"),
                finding(
                                "word-as-signature-accepted",
                                "The receiver accepts a signature that reads undefined, null or None: it takes such a word for"
                                        + " a missing one, and verifies nothing then.")
                        .any(ACCEPTED, "signature/literal-word")
                        .held("other wrong signatures are rejected", "signature/wrong")
                        .doubt("Which of the words: the first that was accepted is told."));
    }

    private static Rule part(String which, String scenario, String... too) {
        return finding(
                        "signature-" + which + "-part-ignored",
                        "The receiver accepts a signature that is wrong in its " + which
                                + " character: it does not compare the whole of it.")
                .any(ACCEPTED, scenario)
                .held(COMPARES, "signature/wrong")
                .explains(ACCEPTED, too)
                .doubt("How much of it is left out.");
    }

    private static List<Rule> schemes() {
        return List.of(
                also("sha1-accepted", "signature/sha1", "an HMAC-SHA1 of the same content"),
                also("md5-accepted", "signature/md5", "an HMAC-MD5 of the same content"),
                also("sha512-accepted", "signature/sha512", "an HMAC-SHA512 of the same content"),
                also("truncated-sha512-accepted", "signature/sha512-truncated", "an HMAC-SHA512 cut to 64 characters"),
                also(
                        "unkeyed-digest-accepted",
                        "signature/plain-digest",
                        "a SHA-256 digest of the content without any key, which anybody can compute"),
                also(
                        "secret-prefix-digest-accepted",
                        "signature/secret-prefix-digest",
                        "a SHA-256 digest of the secret followed by the content, which anybody can extend"),
                also(
                        "key-and-content-exchanged",
                        "signature/content-as-key",
                        "an HMAC whose key and message are exchanged"),
                also(
                        "body-only-signature-accepted",
                        "signature/body-only",
                        "a signature over the body alone, so that a recorded one can be sent with any timestamp"),
                also(
                        "timestamp-only-signature-accepted",
                        "signature/timestamp-only",
                        "a signature over the timestamp alone, so that the body can be any"),
                also(
                        "separator-left-out",
                        "signature/no-separator",
                        "a signature over timestamp and body with nothing between them"),
                also(
                        "other-separator-accepted",
                        "signature/other-separator",
                        "a signature over timestamp, colon and body"),
                also(
                        "body-timestamp-signed",
                        "signature/body-timestamp",
                        "a signature made with the body's timestamp in place of the header's"),
                also("base64-accepted", "signature/base64", "the right MAC in base64"),
                also("base64url-accepted", "signature/base64url", "the right MAC in base64url"),
                finding(
                                "timestamp-unsigned",
                                "The receiver accepts an old delivery whose timestamp header was made fresh: the timestamp is"
                                        + " not part of what it verifies.")
                        .any(ACCEPTED, "tampering/timestamp-refreshed"));
    }

    private static Rule also(String id, String scenario, String what) {
        return finding(id, "The receiver accepts more than one scheme: also " + what + ".")
                .any(ACCEPTED, scenario)
                .held("it does tell right from wrong", "signature/wrong")
                .doubt("What else it accepts that no scenario sends.");
    }

    private static List<Rule> places() {
        return List.of(
                finding(
                                "signature-list-split",
                                "The receiver splits the signature header at commas and accepts if any part is right.")
                        .any(ACCEPTED, "signature/list-with-right")
                        .explains(
                                ACCEPTED,
                                "signature/versioned",
                                "signature/wrong-then-right",
                                "signature/right-then-wrong")
                        .doubt("Whether only commas separate."),
                finding(
                                "prefix-stripped",
                                "The receiver strips sha256= before the signature, which this scheme does not have.")
                        .any(ACCEPTED, "signature/prefixed")
                        .doubt("Which other prefixes it strips."),
                finding(
                                "version-stripped",
                                "The receiver strips v1, or v1= before the signature, which this scheme does not have.")
                        .any(ACCEPTED, "signature/versioned")
                        .doubt("Which other prefixes it strips."),
                finding(
                                "any-of-several-signatures",
                                "The receiver accepts several signature headers if any of them is right.")
                        .each(ACCEPTED, "signature/wrong-then-right", "signature/right-then-wrong"),
                finding(
                                "first-signature-wins",
                                "The receiver takes the first of several signature headers and ignores the rest.")
                        .any(ACCEPTED, "signature/right-then-wrong")
                        .held("the first one counts", "signature/wrong-then-right"),
                finding(
                                "last-signature-wins",
                                "The receiver takes the last of several signature headers and ignores the rest.")
                        .any(ACCEPTED, "signature/wrong-then-right")
                        .held("the last one counts", "signature/right-then-wrong"),
                elsewhere("signature-in-query-accepted", "signature/in-query", "the query string"),
                elsewhere("signature-in-trailer-accepted", "signature/in-trailer", "the trailer of a chunked body"),
                elsewhere(
                        "signature-in-other-header-accepted",
                        "signature/other-header",
                        "another header (X-Signature or X-Hub-Signature-256)"),
                elsewhere("signature-in-body-accepted", "signature/in-body", "the body"));
    }

    private static Rule elsewhere(String id, String scenario, String where) {
        return finding(id, "The receiver takes the signature from " + where + " where its own header is missing.")
                .any(ACCEPTED, scenario)
                .held("a delivery without any signature is rejected", "signature/missing")
                .doubt("Which of the two counts where both are there.");
    }
}
