package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.ACCEPTED;
import static io.statuspulse.conformance.diagnosis.Symptom.REJECTED;

import java.util.List;

/** Events that a receiver must take and does not. */
final class SchemaRules {
    private static final String[] TYPES = {
        "acceptance/status-change",
        "acceptance/latency-spike",
        "acceptance/maintenance-window",
        "acceptance/certificate-expiry"
    };

    private SchemaRules() {}

    static List<Rule> list() {
        return List.of(
                finding(
                                "null-error-code-refused",
                                "The receiver refuses events whose error_code is null, which is every event without an error:"
                                        + " recoveries, maintenance, certificates.")
                        .any(REJECTED, "acceptance/null-error-code")
                        .explains(REJECTED, TYPES),
                finding(
                                "null-response-time-refused",
                                "The receiver refuses events whose response_time_ms is null, which is every event of a probe"
                                        + " without an answer.")
                        .any(REJECTED, "acceptance/null-response-time")
                        .explains(REJECTED, TYPES),
                finding(
                                "known-event-type-refused",
                                "The receiver refuses event types of the contract: its list of types is not complete, or its"
                                        + " schema does not fit them.")
                        .any(REJECTED, TYPES)
                        .explains(REJECTED, "schema/unknown-event-type")
                        .doubt("Whether it is the type or a field's value that it refuses."),
                finding(
                                "old-events-refused",
                                "The receiver refuses events that happened long ago, though the attempt is fresh: after an"
                                        + " outage of its own, retries are lost.")
                        .any(REJECTED, "acceptance/old-event-fresh-attempt")
                        // Their bodies are dated, and the date goes by.
                        .explains(
                                REJECTED,
                                "acceptance/guide-example",
                                "schema/fractional-seconds",
                                "schema/zone-offset",
                                "ordering/*")
                        .doubt("How old an event may be."),
                finding(
                                "older-events-refused",
                                "The receiver refuses an event that is older than the last one it took of the same check: what"
                                        + " comes late is lost.")
                        .any(REJECTED, "ordering/older-event-later")
                        .held("it is not the age itself", "acceptance/old-event-fresh-attempt")
                        .explains(REJECTED, "ordering/*", "schema/fractional-seconds", "schema/zone-offset")
                        .doubt("From which difference on."),
                finding("nested-fields-refused", "The receiver refuses unknown fields that hold an object.")
                        .any(REJECTED, "schema/unknown-nested-field")
                        .held("other unknown fields are taken", "schema/unknown-field"),
                finding(
                                "unknown-event-types-refused",
                                "The receiver refuses event types that it does not know: the provider's next release stops"
                                        + " them.")
                        .any(REJECTED, "schema/unknown-event-type"),
                finding(
                                "unknown-statuses-refused",
                                "The receiver refuses statuses that it does not know: the provider's next release stops them.")
                        .any(REJECTED, "schema/unknown-status"),
                finding(
                                "timestamp-form-too-narrow",
                                "The receiver refuses event timestamps with a fraction of a second or an offset, which RFC 3339"
                                        + " allows.")
                        .any(REJECTED, "schema/fractional-seconds", "schema/zone-offset")
                        .doubt("Which other forms of RFC 3339 it refuses."),
                finding("large-retry-count-refused", "The receiver refuses events that were retried very often.")
                        .any(REJECTED, "idempotency/large-retry-count")
                        .doubt("From which number on."),
                finding("guide-example-refused", "The receiver refuses the guide's own example body.")
                        .any(REJECTED, "acceptance/guide-example")
                        .doubt("Whether its line breaks, its field values or its date are the reason."),
                finding(
                                "unknown-path-taken",
                                "The receiver, or what stands before it, answers deliveries to other paths 2xx: a wrong URL"
                                        + " goes unnoticed.")
                        .any(ACCEPTED, "replay/other-path")
                        .doubt("Whether it processes them."));
    }
}
