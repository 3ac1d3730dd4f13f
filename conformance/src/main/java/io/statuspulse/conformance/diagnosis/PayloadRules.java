package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.HUNG;
import static io.statuspulse.conformance.diagnosis.Symptom.THREW;

import java.util.List;
import java.util.stream.Stream;

/** Rightly signed bodies on which a receiver throws. */
final class PayloadRules {
    private static final String[] PACKED = {"payload/gzip", "payload/gzip-bomb"};

    private PayloadRules() {}

    static List<Rule> list() {
        return Stream.of(parsing(), fields(), texts(), large())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> parsing() {
        return List.of(
                finding(
                                "throws-on-malformed-json",
                                "The receiver throws on a body that is no JSON: nobody catches the parser's exception.")
                        .any(THREW, "payload/not-json", "payload/truncated-json")
                        .explains(
                                THREW,
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
                                "raw-body/byte-order-mark",
                                "raw-body/invalid-utf-8")
                        .doubt("That every one of these is the parser's exception."),
                finding(
                                "throws-on-json-that-is-no-object",
                                "The receiver throws on JSON that is no object: it casts the value, or uses its fields,"
                                        + " unasked.")
                        .any(THREW, "payload/array", "payload/string", "payload/number", "payload/null")
                        .explains(THREW, "payload/empty-body"),
                finding(
                                "throws-on-invalid-utf-8",
                                "The receiver throws on a body that is not UTF-8: it decodes strictly and catches nothing.")
                        .any(THREW, "raw-body/invalid-utf-8")
                        .explains(THREW, "payload/utf-16")
                        .explains(THREW, PACKED),
                finding(
                                "throws-on-byte-order-mark",
                                "The receiver throws on a body that begins with a byte order mark.")
                        .any(THREW, "raw-body/byte-order-mark"),
                throwsOn("empty-body", "payload/empty-body", "an empty body"),
                throwsOn("bytes-after-json", "payload/trailing-garbage", "JSON with text after it"),
                throwsOn("comments", "payload/comments", "JSON with comments"),
                throwsOn("utf-16", "payload/utf-16", "JSON in UTF-16"),
                throwsOn("duplicate-keys", "payload/duplicate-keys", "JSON with duplicate keys"),
                throwsOn(
                        "deep-nesting",
                        "payload/deep-nesting",
                        "deeply nested JSON: most likely its parser works by recursion, without a limit of depth"),
                throwsOn("huge-number", "payload/huge-number", "a number of very many digits"),
                throwsOn(
                        "huge-exponent",
                        "payload/huge-exponent",
                        "a number beyond the largest floating-point one (1e400)"),
                finding(
                                "throws-on-gzip",
                                "The receiver, or its framework, throws on a body with Content-Encoding: gzip.")
                        .any(THREW, "payload/gzip")
                        .explains(THREW, PACKED)
                        .doubt("Whether it lacks a decoder, or the decoder throws."),
                finding(
                                "throws-on-gzip-bomb",
                                "The receiver unpacks gzip bodies, and throws on one that becomes very large.")
                        .any(THREW, "payload/gzip-bomb")
                        .held("a small one is answered", "payload/gzip"));
    }

    private static List<Rule> fields() {
        return List.of(
                finding(
                                "throws-on-unknown-words",
                                "The receiver throws on event types or statuses that it does not know: it looks them up in an"
                                        + " enumeration, unasked, and the provider's next release stops them.")
                        .any(THREW, "schema/unknown-event-type", "schema/unknown-status")
                        .explains(THREW, "signature/unsigned-control-events")
                        .doubt("Whether one of the two is known to it."),
                finding(
                                "throws-on-unknown-fields",
                                "The receiver throws on fields that it does not know: the provider's next release stops"
                                        + " deliveries.")
                        .any(THREW, "schema/unknown-field", "schema/unknown-nested-field")
                        .explains(THREW, "raw-body/number-spelling", "raw-body/large-integer"),
                finding(
                                "throws-on-null-values",
                                "The receiver throws on an event whose error_code or response_time_ms is null, as the contract"
                                        + " has it.")
                        .any(THREW, "acceptance/null-error-code", "acceptance/null-response-time")
                        .explains(
                                THREW,
                                "acceptance/latency-spike",
                                "acceptance/maintenance-window",
                                "acceptance/certificate-expiry"),
                finding(
                                "throws-on-missing-field",
                                "The receiver throws on an event that lacks a field: it uses fields unasked.")
                        .any(THREW, "schema/field-missing", "schema/empty-object")
                        .doubt("Which fields: the first trials that failed are told with the scenario."),
                throwsOn("null-field", "schema/field-null", "a field that is null: it uses fields unasked"),
                throwsOn(
                        "wrong-type",
                        "schema/field-wrong-type",
                        "a field of another type than it expects: it casts fields unasked"),
                throwsOn("number-out-of-range", "schema/field-out-of-range", "a number that is out of range"),
                throwsOn("bad-date", "schema/bad-timestamp", "an event timestamp that is no date"));
    }

    private static List<Rule> texts() {
        return List.of(
                throwsOn(
                        "nul-character",
                        "payload/nul-character",
                        "text with U+0000 in it: most likely its database cannot hold that"),
                throwsOn(
                        "lone-surrogate",
                        "payload/lone-surrogate",
                        "text with a lone surrogate in it, which has no encoding"),
                finding(
                                "throws-on-script-text",
                                "The receiver throws on text that means something to a query, a log or a header (quotes,"
                                        + " placeholders, line breaks): it does not take text as text, which may be an injection.")
                        .any(THREW, "payload/script-text")
                        .mend(
                                "Bind parameters in place of putting text into queries, give log calls a constant pattern with"
                                        + " the text as argument, and encode text for where it goes (HTML, headers).")
                        .doubt("Which of the texts, and that more than the exception comes of it."),
                finding(
                                "prototype-polluted",
                                "The receiver breaks on __proto__ or constructor keys: most likely it merges what comes into"
                                        + " objects that it shares, which is prototype pollution.")
                        .any(THREW, "payload/prototype-keys")
                        .mend(
                                "Do not merge parsed bodies into other objects by recursion; copy the fields that you know, or use"
                                        + " Object.create(null) and Map.")
                        .doubt("That it is pollution and not a schema's exception."));
    }

    private static List<Rule> large() {
        return List.of(
                finding(
                                "throws-on-long-text",
                                "The receiver throws on long text: most likely a column or a buffer of its own is too narrow.")
                        .any(THREW, "payload/long-string")
                        .explains(THREW, "raw-body/256-kib", "raw-body/64-kib", "payload/1-mib")
                        .doubt("From which length on."),
                finding("throws-on-large-body", "The receiver throws on a large body in place of answering 413.")
                        .any(THREW, "raw-body/64-kib", "raw-body/256-kib", "payload/1-mib", "payload/16-mib")
                        .doubt("From which size on."),
                finding(
                                "hangs-on-large-body",
                                "The receiver neither reads on nor answers when a body is larger than it takes: the sender waits"
                                        + " until its deadline.")
                        .any(HUNG, "raw-body/256-kib", "payload/1-mib", "payload/16-mib")
                        .doubt("From which size on."),
                throwsOn("many-keys", "payload/many-keys", "an object of very many keys"),
                throwsOn("colliding-keys", "payload/colliding-keys", "an object of many keys whose hashes are equal"),
                finding(
                                "hangs-on-payload",
                                "The receiver takes longer than the deadline for some bodies: one such delivery ties up a"
                                        + " worker.")
                        .any(HUNG, "payload/*", "raw-body/*")
                        .doubt("Whether it ever answers."));
    }

    private static Rule throwsOn(String what, String scenario, String words) {
        return finding("throws-on-" + what, "The receiver throws on " + words + ".")
                .any(THREW, scenario);
    }
}
