package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.ACCEPTED;
import static io.statuspulse.conformance.diagnosis.Symptom.REJECTED;

import io.statuspulse.conformance.scenario.Mend;
import java.util.List;
import java.util.stream.Stream;

/** Bodies that a receiver verifies otherwise than as they came. */
final class BodyRules {
    private static final String[] CONTENT = {
        "raw-body/non-ascii",
        "raw-body/supplementary-plane",
        "raw-body/decomposed-unicode",
        "raw-body/unicode-escapes",
        "raw-body/escaped-solidus",
        "raw-body/html-characters",
        "raw-body/number-spelling",
        "raw-body/large-integer",
        "raw-body/percent-and-plus",
        "raw-body/backslashes",
        "raw-body/reordered-keys",
        "raw-body/trailing-newline",
        "raw-body/crlf-line-ends",
        "raw-body/pretty-printed"
    };
    private static final String[] LARGE = {"raw-body/64-kib", "raw-body/256-kib", "payload/1-mib"};

    private static final Mend LIMIT = new Mend(
            "Raise the limit to 1 MiB (Tomcat: maxPostSize; a filter or reader of your own), and answer 413 above it.",
            "express.raw({type: () => true, limit: '1mb'}): the default is 100kb.",
            "http.MaxBytesReader(w, r.Body, 1<<20), and 413 when it fails.",
            "MAX_CONTENT_LENGTH (Flask) or DATA_UPLOAD_MAX_MEMORY_SIZE (Django) of 1 MiB, and 413 above it.");

    private BodyRules() {}

    static List<Rule> list() {
        return Stream.of(rewritten(), decoded(), read()).flatMap(List::stream).toList();
    }

    private static List<Rule> rewritten() {
        return List.of(
                finding(
                                "known-fields-reserialized",
                                "The receiver verifies an event that it wrote anew from the fields it knows, and not the bytes"
                                        + " that came: it rejects genuine bodies, and added fields pass.")
                        .any(REJECTED, "raw-body/pretty-printed")
                        .asForged("raw-body/pretty-printed")
                        .any(REJECTED, "schema/unknown-field")
                        .any(ACCEPTED, "tampering/field-appended", "tampering/duplicate-key")
                        .explains(
                                REJECTED, "raw-body/*", "acceptance/guide-example", "schema/unknown-*", "payload/1-mib")
                        .explains(ACCEPTED, "tampering/*")
                        .doubt("By which library it writes it."),
                finding(
                                "body-reserialized",
                                "The receiver parses the body and writes it as JSON again before it verifies: genuine bodies"
                                        + " in another spelling are rejected, and bodies respelt on the way accepted.")
                        .any(REJECTED, "raw-body/pretty-printed")
                        .asForged("raw-body/pretty-printed")
                        .any(
                                REJECTED,
                                "raw-body/unicode-escapes",
                                "raw-body/escaped-solidus",
                                "raw-body/number-spelling")
                        .explains(REJECTED, "raw-body/*", "acceptance/guide-example", "payload/1-mib")
                        .explains(
                                ACCEPTED,
                                "tampering/whitespace-added",
                                "tampering/keys-reordered",
                                "tampering/escapes-rewritten",
                                "tampering/duplicate-key",
                                "tampering/bytes-appended",
                                "tampering/bom-prepended",
                                "tampering/line-ends-changed",
                                "tampering/truncated")
                        .doubt("By which library it writes it."),
                finding(
                                "white-space-removed",
                                "The receiver verifies the body without its white space, or another spelling of it, in place of"
                                        + " the bytes that came.")
                        .any(REJECTED, "raw-body/pretty-printed")
                        .asForged("raw-body/pretty-printed")
                        .explains(REJECTED, "raw-body/*", "acceptance/guide-example")
                        .explains(ACCEPTED, "tampering/*")
                        .doubt("Which spelling it verifies."),
                finding(
                                "also-verifies-rewritten-body",
                                "The receiver verifies not only the body as sent but also a form that it wrote of it: a body"
                                        + " that was respelt on its way is accepted.")
                        .any(
                                ACCEPTED,
                                "tampering/whitespace-added",
                                "tampering/keys-reordered",
                                "tampering/escapes-rewritten",
                                "tampering/field-appended")
                        .held(
                                "bodies are verified as sent too",
                                "raw-body/pretty-printed",
                                "raw-body/reordered-keys",
                                "raw-body/unicode-escapes")
                        .explains(ACCEPTED, "tampering/duplicate-key", "tampering/bytes-appended")
                        .doubt("By which library it writes that form."),
                finding(
                                "unknown-fields-refused",
                                "The receiver refuses deliveries with fields that it does not know: the provider's next release"
                                        + " stops them.")
                        .any(REJECTED, "schema/unknown-field")
                        .held("the body is verified as sent", "raw-body/pretty-printed")
                        // These bodies carry fields of the kit's own.
                        .explains(
                                REJECTED,
                                "schema/unknown-nested-field",
                                "raw-body/number-spelling",
                                "raw-body/large-integer",
                                "raw-body/64-kib",
                                "raw-body/256-kib",
                                "payload/1-mib"),
                finding(
                                "first-read-taken-for-body",
                                "The receiver takes what the first read returns for the whole body: what comes in several"
                                        + " pieces is rejected.")
                        .any(REJECTED, "acceptance/split-writes")
                        .asForged("acceptance/split-writes")
                        .explains(REJECTED, "acceptance/chunked", "acceptance/one-byte-chunks")
                        .explains(REJECTED, LARGE)
                        .mend(
                                "Read until the stream ends: readAllBytes(), never a single read(buffer).",
                                "Collect every 'data' event until 'end', or leave it to express.raw.",
                                "io.ReadAll(r.Body), never a single r.Body.Read(buffer).",
                                "Read wsgi.input by its length or to its end (request.get_data()), never by a single recv."));
    }

    private static List<Rule> decoded() {
        return List.of(
                finding(
                                "body-decoded-in-other-charset",
                                "The receiver decodes the body in another charset than UTF-8 (ISO-8859-1, or the platform's)"
                                        + " before it verifies: whatever is outside ASCII is rejected.")
                        .each(
                                REJECTED,
                                "raw-body/non-ascii",
                                "raw-body/supplementary-plane",
                                "raw-body/decomposed-unicode")
                        .asForged("raw-body/non-ascii", "raw-body/supplementary-plane", "raw-body/decomposed-unicode")
                        .held(
                                "only what is outside ASCII suffers",
                                "raw-body/pretty-printed",
                                "raw-body/unicode-escapes")
                        .doubt("Which charset it is."),
                finding(
                                "body-decoded-with-losses",
                                "The receiver decodes the body to text and encodes it again before it verifies, and what is not"
                                        + " UTF-8 is replaced by U+FFFD: a tampered body is accepted.")
                        .any(ACCEPTED, "tampering/invalid-utf-8-swapped"),
                finding(
                                "supplementary-characters-lost",
                                "The receiver loses characters beyond U+FFFF before it verifies, as three-byte UTF-8 does.")
                        .any(REJECTED, "raw-body/supplementary-plane")
                        .asForged("raw-body/supplementary-plane")
                        .held("other text outside ASCII holds", "raw-body/non-ascii"),
                finding(
                                "unicode-normalized",
                                "The receiver normalizes Unicode (NFC) before it verifies: decomposed text is rejected, or text"
                                        + " that was renormalized on its way accepted.")
                        .any(REJECTED, "raw-body/decomposed-unicode")
                        .asForged("raw-body/decomposed-unicode")
                        .held("other text outside ASCII holds", "raw-body/non-ascii")
                        .explains(ACCEPTED, "tampering/unicode-renormalized"),
                finding("line-ends-normalized", "The receiver turns CRLF into LF before it verifies.")
                        .any(REJECTED, "raw-body/crlf-line-ends")
                        .asForged("raw-body/crlf-line-ends")
                        .held("white space is kept otherwise", "raw-body/pretty-printed")
                        .explains(ACCEPTED, "tampering/line-ends-changed"),
                finding(
                                "bytes-after-json-ignored",
                                "The receiver ends the body where the JSON ends before it verifies (or trims white space and"
                                        + " NULs): what follows is not looked at.")
                        .any(REJECTED, "raw-body/trailing-newline")
                        .asForged("raw-body/trailing-newline")
                        .any(ACCEPTED, "tampering/null-byte-appended")
                        .explains(ACCEPTED, "tampering/bytes-appended", "tampering/truncated")
                        .doubt("Which of the two."),
                finding("body-trimmed", "The receiver trims white space around the body before it verifies.")
                        .any(REJECTED, "raw-body/trailing-newline")
                        .asForged("raw-body/trailing-newline")
                        .held("white space inside is kept", "raw-body/pretty-printed")
                        .explains(ACCEPTED, "tampering/bytes-appended", "tampering/truncated"),
                finding(
                                "body-form-decoded",
                                "The receiver decodes the body as a form before it verifies: + and % become something else.")
                        .any(REJECTED, "raw-body/percent-and-plus")
                        .asForged("raw-body/percent-and-plus")
                        .held("other bodies hold", "raw-body/pretty-printed")
                        // Its offset has a plus sign.
                        .explains(REJECTED, "schema/zone-offset"),
                finding("backslashes-stripped", "The receiver strips or undoes backslashes before it verifies.")
                        .any(REJECTED, "raw-body/backslashes")
                        .asForged("raw-body/backslashes")
                        .held("bodies without any hold", "raw-body/pretty-printed")
                        .explains(REJECTED, "raw-body/unicode-escapes", "raw-body/escaped-solidus")
                        .explains(ACCEPTED, "tampering/escapes-rewritten"),
                finding("escapes-spelt-out", "The receiver spells out escapes of the JSON text before it verifies.")
                        .any(REJECTED, "raw-body/unicode-escapes", "raw-body/escaped-solidus")
                        .asForged("raw-body/unicode-escapes", "raw-body/escaped-solidus")
                        .held("it does not write the body anew", "raw-body/pretty-printed")
                        .explains(ACCEPTED, "tampering/escapes-rewritten")
                        .doubt("Which escapes beyond those."),
                finding(
                                "html-escaped",
                                "The receiver escapes <, > and & before it verifies, as sanitizing middleware does.")
                        .any(REJECTED, "raw-body/html-characters")
                        .asForged("raw-body/html-characters")
                        .held("other bodies hold", "raw-body/pretty-printed"),
                finding(
                                "numbers-rewritten",
                                "The receiver rewrites numbers in another spelling, or beyond 2^53, before it verifies.")
                        .any(REJECTED, "raw-body/number-spelling", "raw-body/large-integer")
                        .asForged("raw-body/number-spelling", "raw-body/large-integer")
                        .held("other bodies hold", "raw-body/pretty-printed"));
    }

    private static List<Rule> read() {
        return List.of(
                finding(
                                "content-refused",
                                "The receiver refuses correctly signed bodies for what is in them: it wants events to look in"
                                        + " one way only.")
                        .any(REJECTED, CONTENT)
                        .notAsForged(CONTENT)
                        .mend(
                                "Ask for the fields that you use and their types, and for nothing else: no patterns for free"
                                        + " text, no limits that the contract does not have.")
                        .doubt("Which of its checks refuses them."),
                finding("body-limit-under-64-kib", "The receiver refuses bodies of 64 KiB: its limit is below that.")
                        .any(REJECTED, "raw-body/64-kib")
                        .held("small bodies hold", "raw-body/pretty-printed")
                        .explains(REJECTED, LARGE)
                        .mend(LIMIT)
                        .doubt("Where the limit lies."),
                finding(
                                "body-limit-under-256-kib",
                                "The receiver refuses bodies of 256 KiB and takes those of 64: its limit lies between, as"
                                        + " express.json()'s default of 100 kB does.")
                        .any(REJECTED, "raw-body/256-kib")
                        .held("64 KiB are taken", "raw-body/64-kib")
                        .explains(REJECTED, LARGE)
                        .mend(LIMIT)
                        .doubt("Whether the receiver or a proxy before it sets the limit."));
    }
}
