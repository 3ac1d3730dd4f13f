package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.ACCEPTED;

import java.util.List;

/** Bytes that a receiver overlooks when it verifies. */
final class TamperingRules {
    private TamperingRules() {}

    static List<Rule> list() {
        return List.of(
                finding(
                                "bytes-before-json-ignored",
                                "The receiver takes a byte order mark off the body, or all that stands before its first brace,"
                                        + " before it verifies.")
                        .any(ACCEPTED, "tampering/bom-prepended")
                        .held(
                                "it does not write the body anew",
                                "tampering/whitespace-added",
                                "raw-body/pretty-printed")
                        .doubt("Which of the two."),
                finding(
                                "body-ends-at-nul",
                                "The receiver ends the body at its first NUL byte, as C strings do, before it verifies.")
                        .any(ACCEPTED, "tampering/null-byte-appended")
                        .held("other bytes at the end are noticed", "tampering/bytes-appended"),
                finding("bytes-at-end-ignored", "The receiver accepts bodies with bytes added at their end.")
                        .any(
                                ACCEPTED,
                                "tampering/bytes-appended",
                                "tampering/null-byte-appended",
                                "tampering/truncated")
                        .doubt("Which bytes beyond those."),
                finding("line-ends-equated", "The receiver accepts a body whose line ends were changed after signing.")
                        .any(ACCEPTED, "tampering/line-ends-changed"),
                finding(
                                "unicode-equated",
                                "The receiver accepts a body whose text was normalized otherwise after signing.")
                        .any(ACCEPTED, "tampering/unicode-renormalized"),
                finding(
                                "part-of-body-unverified",
                                "The receiver verifies only a part of the body, or something made of it: a body that was"
                                        + " changed after signing is accepted.")
                        .any(ACCEPTED, "tampering/field-changed", "tampering/one-bit", "tampering/field-appended")
                        .held("wrong signatures are noticed", "signature/wrong")
                        .explains(ACCEPTED, "tampering/*")
                        .doubt("Which part it is."));
    }
}
