package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.ACCEPTED;
import static io.statuspulse.conformance.diagnosis.Symptom.THREW;

import java.util.List;

/** Headers and bodies on which a verification throws. */
final class ThrowingRules {
    private ThrowingRules() {}

    static List<Rule> list() {
        return List.of(
                finding(
                                "parses-before-verifying",
                                "The receiver parses the body before it verifies it, and lets the parser throw: anybody can"
                                        + " make it answer 5xx, without a secret.")
                        .any(THREW, "tampering/emptied", "tampering/truncated", "tampering/bytes-appended")
                        .held("it is the broken body, not the wrong signature", "tampering/field-changed")
                        .explains(
                                THREW,
                                "tampering/*",
                                "payload/empty-body",
                                "payload/not-json",
                                "payload/truncated-json",
                                "payload/trailing-garbage",
                                "payload/deep-nesting",
                                "payload/huge-number",
                                "payload/duplicate-keys",
                                "payload/comments",
                                "payload/utf-16",
                                "payload/gzip*",
                                "payload/array",
                                "payload/string",
                                "payload/number",
                                "payload/null",
                                "raw-body/invalid-utf-8",
                                "raw-body/byte-order-mark",
                                "schema/field-missing",
                                "schema/empty-object",
                                "http/content-length-short")
                        .mend(
                                "Verify the raw bytes first; a @RequestBody of another type than byte[] is parsed before your"
                                        + " code runs.",
                                "express.raw on this route, before any express.json(); JSON.parse only after the comparison, in"
                                        + " try/catch.",
                                "io.ReadAll, verify, and only then json.Unmarshal.",
                                "request.get_data(), verify, and only then json.loads; request.get_json() or a pydantic"
                                        + " parameter parses first.")
                        .doubt("That verified bodies would be handled better by themselves."),
                finding(
                                "throws-on-missing-header",
                                "The receiver throws where a header is missing: it uses the value without asking whether it is"
                                        + " there.")
                        .any(THREW, "signature/missing", "timestamp/missing")
                        .explains(
                                THREW,
                                "signature/in-*",
                                "signature/other-header",
                                "signature/unsigned-control-events",
                                "signature/uniform-rejection",
                                "signature/not-revealed",
                                "timestamp/missing*",
                                "payload/16-mib")
                        .doubt("Which of the headers, where only one of the scenarios was run."),
                finding(
                                "throws-on-signature-length",
                                "The receiver throws on a signature of another length than the right one: most likely its"
                                        + " constant-time comparison does not take unequal lengths, as crypto.timingSafeEqual.")
                        .each(THREW, "signature/truncated-to-half", "signature/extended", "signature/doubled")
                        .held("a wrong signature of the right length is answered", "signature/wrong")
                        .explains(THREW, "signature/*", "http/folded-header", "http/nul-in-header")
                        .doubt(
                                "Whether what is no hex would be answered if it had the right length, unless that is told"
                                        + " above."),
                finding(
                                "throws-on-upper-case-signature",
                                "The receiver throws on hex digits in upper case, and on other characters that its table of"
                                        + " digits lacks.")
                        .any(THREW, "signature/upper-case")
                        .held("the length is no matter", "signature/truncated-to-half")
                        .explains(THREW, "signature/*", "http/folded-header"),
                finding(
                                "throws-on-signature-that-is-no-hex",
                                "The receiver decodes the signature with a hex decoder that throws, and catches nothing.")
                        .any(THREW, "signature/not-hex")
                        .held(
                                "the length is no matter as long as the digits are whole pairs",
                                "signature/truncated-to-half")
                        .explains(THREW, "signature/*", "http/folded-header", "http/nul-in-header"),
                finding(
                                "throws-on-signature-outside-ascii",
                                "The receiver throws on a signature with characters outside ASCII: most likely its"
                                        + " comparison does not take them (hmac.compare_digest on str), or counts bytes where"
                                        + " the check before it counts characters (crypto.timingSafeEqual).")
                        .any(THREW, "signature/non-ascii", "signature/non-ascii-same-bytes")
                        .held(
                                "other wrong signatures are answered",
                                "signature/not-hex",
                                "signature/truncated-to-half"),
                finding("throws-on-large-signature", "The receiver throws on a signature of 8 KiB.")
                        .any(THREW, "signature/8-kib")
                        .held("other lengths are answered", "signature/truncated-to-half", "signature/extended"),
                finding("throws-on-odd-signatures", "The receiver throws on some signatures that it should reject.")
                        .any(THREW, "signature/*")
                        .held("a wrong signature of the right form is answered", "signature/wrong")
                        .explains(THREW, "http/folded-header", "http/nul-in-header")
                        .doubt("What these signatures have in common."),
                finding(
                                "throws-on-timestamps-that-json-lacks",
                                "The receiver reads the timestamp with a strict parser, such as one of JSON numbers, and lets it"
                                        + " throw: on a plus sign or leading zeros too.")
                        .any(THREW, "timestamp/plus-sign", "timestamp/leading-zeros")
                        .any(THREW, "timestamp/word")
                        .explains(THREW, "timestamp/*", "tampering/timestamp-decorated", "tampering/boundary-shifted*")
                        .explains(ACCEPTED, "timestamp/exponent", "timestamp/fraction")
                        .doubt("That it is a JSON parser: another strict one would look the same."),
                finding(
                                "throws-on-timestamps-that-are-no-number",
                                "The receiver throws on a timestamp that is no number, or none that its type holds: it lets the"
                                        + " parser's exception go.")
                        .any(THREW, "timestamp/word", "timestamp/trailing-text")
                        .explains(THREW, "timestamp/*", "tampering/timestamp-decorated", "tampering/boundary-shifted*"),
                finding("throws-on-empty-timestamp", "The receiver throws on an empty timestamp.")
                        .any(THREW, "timestamp/empty")
                        .held("other texts that are no number are answered", "timestamp/word"),
                finding(
                                "throws-on-large-timestamps",
                                "The receiver throws on timestamps beyond what its type or its calendar holds.")
                        .any(
                                THREW,
                                "timestamp/int32-overflow",
                                "timestamp/int64-overflow",
                                "timestamp/400-digits",
                                "timestamp/milliseconds",
                                "timestamp/year-ahead")
                        .held("texts that are no number are answered", "timestamp/word")
                        .explains(THREW, "timestamp/infinity", "timestamp/negative", "timestamp/exponent")
                        .doubt("Which bound it is."),
                finding("throws-on-odd-timestamps", "The receiver throws on some timestamps that it should reject.")
                        .any(THREW, "timestamp/*", "tampering/timestamp-decorated", "tampering/boundary-shifted*")
                        .doubt("What these timestamps have in common."));
    }
}
