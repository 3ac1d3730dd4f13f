package io.statuspulse.conformance.diagnosis;

import java.util.LinkedHashMap;
import java.util.Map;

/** Runs that no defect of the kill matrix makes, each by the id of the finding that it must lead to. */
final class RuleCases {
    private RuleCases() {}

    static Map<String, Run> all() {
        Map<String, Run> cases = new LinkedHashMap<>();
        cases.put("fails-afterwards", Run.passed().then(503, "payload/deep-nesting"));
        cases.put("throws-on-every-forgery", Run.passed().answered(500, "signature/*", "tampering/*", "secret/*"));
        cases.put(
                "rejects-with-another-status", Run.passed().answered(404, "signature/wr*", "tampering/*", "secret/*"));
        cases.put(
                "accepts-every-signature",
                Run.passed().answered(200, "signature/wrong", "signature/all-zeros", "signature/empty", "tampering/*"));
        cases.put("missing-timestamp-accepted", Run.passed().answered(200, "timestamp/missing"));
        cases.put("empty-signature-accepted", Run.passed().answered(200, "signature/empty"));
        cases.put("timestamp-unsigned", Run.passed().answered(200, "tampering/timestamp-refreshed"));
        cases.put(
                "any-of-several-signatures",
                Run.passed().answered(200, "signature/wrong-then-right", "signature/right-then-wrong"));
        cases.put("any-secret-accepted", Run.passed().answered(200, "rotation/never-issued", "secret/*"));
        cases.put("past-tolerance-too-large-or-clock", Run.passed().answered(200, "timestamp/just-outside-past"));
        cases.put("future-tolerance-too-large-or-clock", Run.passed().answered(200, "timestamp/just-outside-future"));
        cases.put("tolerance-too-small-or-clock", Run.passed().answered(401, "timestamp/just-inside-past"));
        cases.put("future-refused-or-clock", Run.passed().answered(401, "timestamp/just-inside-future"));
        cases.put("past-tolerance-too-large", Run.passed().dated(200, "timestamp/just-outside-past"));
        cases.put("future-tolerance-too-large", Run.passed().dated(200, "timestamp/just-outside-future"));
        cases.put("missing-timestamp-signed-as-nothing", Run.passed().answered(200, "timestamp/missing-body-signed"));
        cases.put(
                "any-of-several-timestamps",
                Run.passed().answered(200, "timestamp/fresh-then-stale", "timestamp/stale-then-fresh"));
        cases.put("floating-point-timestamp", Run.passed().answered(200, "timestamp/fraction", "timestamp/exponent"));
        cases.put("boundary-moved", Run.passed().answered(200, "tampering/boundary-shifted-back"));
        cases.put("digit-separators-accepted", Run.passed().answered(200, "timestamp/digit-separators"));
        cases.put("infinity-accepted", Run.passed().answered(200, "timestamp/infinity"));
        cases.put("white-space-removed", Run.passed().answered(401, "raw-body/pretty-printed"));
        cases.put("numbers-rewritten", Run.passed().answered(401, "raw-body/large-integer"));
        cases.put("content-refused", Run.passed().answered(422, "raw-body/html-characters"));
        cases.put("bytes-at-end-ignored", Run.passed().answered(200, "tampering/bytes-appended"));
        cases.put("line-ends-equated", Run.passed().answered(200, "tampering/line-ends-changed"));
        cases.put("unicode-equated", Run.passed().answered(200, "tampering/unicode-renormalized"));
        cases.put("part-of-body-unverified", Run.passed().answered(200, "tampering/one-bit"));
        cases.put("guide-example-refused", Run.passed().answered(422, "acceptance/guide-example"));
        cases.put(
                "duplicates-processed",
                Run.passed()
                        .processed("twice, expected once", "idempotency/after-lost-answer")
                        .processed("twice, expected once", "replay/exact-within-tolerance"));
        cases.put("refuses-when-busy", Run.passed().answered(409, "acceptance/concurrent"));
        cases.put("throws-on-large-signature", Run.passed().answered(500, "signature/8-kib"));
        cases.put("throws-on-odd-signatures", Run.passed().answered(500, "signature/prefixed", "signature/base64"));
        cases.put("throws-on-empty-timestamp", Run.passed().answered(500, "timestamp/empty"));
        cases.put("throws-on-large-timestamps", Run.passed().answered(500, "timestamp/400-digits"));
        cases.put("throws-on-odd-timestamps", Run.passed().answered(500, "timestamp/negative"));
        cases.put("throws-on-byte-order-mark", Run.passed().answered(500, "raw-body/byte-order-mark"));
        cases.put("hangs-on-payload", Run.passed().unanswered("payload/huge-number"));
        cases.put("options-processed", Run.passed().processed("once, expected never", "http/options"));
        cases.put("half-body-accepted", Run.passed().answered(200, "http/content-length-long"));
        cases.put("rejections-unanswered", Run.passed().unanswered("signature/*", "tampering/*"));
        cases.put("rejections-cut-off", Run.passed().cutOff("signature/e*", "tampering/field-*"));
        cases.put("throws-on-unknown-words", Run.passed().answered(500, "schema/unknown-event-type"));
        cases.put("throws-on-unknown-fields", Run.passed().answered(500, "schema/unknown-field"));
        cases.put("throws-on-null-values", Run.passed().answered(500, "acceptance/null-error-code"));
        cases.put("throws-on-other-methods", Run.passed().answered(500, "http/put", "http/trace"));
        cases.put("throws-on-genuine-deliveries", Run.passed().answered(500, "acceptance/chunked"));
        return cases;
    }
}
