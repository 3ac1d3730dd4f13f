package io.statuspulse.conformance.receiver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Events refused that the contract allows, and crashes on those that it does not (REQ-PAY-2 to 6). */
final class SchemaDefects {

    private static final Duration OLD = Duration.ofHours(1);
    private static final Set<String> STATUSES =
            Set.of("operational", "degraded", "partial_outage", "major_outage", "maintenance");
    private static final Set<String> NUMBERS = Set.of("response_time_ms", "error_code", "retry_count");

    private SchemaDefects() {}

    static List<Defect> all() {
        return List.of(
                types(
                        "misses-certificate-expiry",
                        "knows the event types of one section of the guide",
                        "status_change",
                        "latency_spike",
                        "maintenance_window"),
                types(
                        "misses-maintenance-window",
                        "knows the event types of the other section of the guide",
                        "status_change",
                        "latency_spike",
                        "certificate_expiry"),
                types(
                        "misses-latency-spike",
                        "knows every event type but latency_spike",
                        "status_change",
                        "maintenance_window",
                        "certificate_expiry"),
                types(
                        "misses-status-change",
                        "knows every event type but status_change",
                        "latency_spike",
                        "maintenance_window",
                        "certificate_expiry"),
                types(
                        "rejects-unknown-event-types",
                        "refuses event types that its enumeration lacks",
                        "status_change",
                        "latency_spike",
                        "maintenance_window",
                        "certificate_expiry"),
                rule(
                        "rejects-unknown-statuses",
                        "refuses statuses that its enumeration lacks",
                        "current_status",
                        and(v -> STATUSES.contains(v.asString("")))),
                rule(
                        "rejects-null-error-code",
                        "wants an error code also where there was no error",
                        "error_code",
                        and(v -> !v.isNull())),
                rule(
                        "rejects-null-response-time",
                        "wants a response time also where there was no response",
                        "response_time_ms",
                        and(v -> !v.isNull())),
                rule(
                        "limits-retry-count",
                        "refuses events after their hundredth retry",
                        "retry_count",
                        and(v -> v.asInt() <= 100)),
                rule(
                        "whole-seconds-only",
                        "refuses event timestamps with fractions of a second",
                        "timestamp",
                        and(v -> !v.asString("").contains("."))),
                rule(
                        "utc-only",
                        "refuses event timestamps that do not end in Z",
                        "timestamp",
                        and(v -> v.asString("").endsWith("Z"))),
                Defect.ofParts(
                        "rejects-old-events",
                        "refuses events of more than an hour ago, though the attempt is fresh",
                        "",
                        setup -> Parts.correct(setup)
                                .with(new EventReader(EventRules.RECEIVED.with(
                                        "timestamp",
                                        and(v -> isRecent(v, setup.clock().instant())))))),
                checking(
                        "rejects-unknown-fields",
                        "refuses events with fields that it does not know",
                        SchemaDefects::onlyKnown),
                checking("rejects-nested-fields", "refuses events with objects in them", SchemaDefects::isFlat),
                Defect.ofReader(
                        "throws-on-missing-field",
                        "uses a field without asking whether it is there",
                        "",
                        () -> new EventReader() {
                            @Override
                            RuntimeException missing(String name) {
                                return new NoSuchElementException(name);
                            }
                        }),
                throwing("throws-on-null", "uses a field without asking whether it is null", (name, v) -> v.isNull()),
                throwing(
                        "throws-on-wrong-type",
                        "casts a field to the type that it expects",
                        (name, v) -> !v.isNull() && v.isNumber() != NUMBERS.contains(name)),
                throwing(
                        "throws-on-out-of-range",
                        "lets the database's constraint throw on a number out of range",
                        (name, v) -> v.isNumber() && NUMBERS.contains(name)),
                throwing(
                        "throws-on-bad-date",
                        "parses the event's timestamp and lets the parser throw",
                        (name, v) -> v.isString() && name.equals("timestamp")),
                throwing(
                        "throws-on-malformed-id",
                        "decodes the event's id and lets the decoder throw, on upper case too",
                        (name, v) -> v.isString() && name.equals("event_id")));
    }

    private static Defect types(String name, String summary, String... known) {
        return rule(name, summary, "event_type", and(v -> Set.of(known).contains(v.asString(""))));
    }

    private static Defect rule(String name, String summary, String field, UnaryOperator<Predicate<JsonNode>> change) {
        return Defect.ofReader(name, summary, "", () -> new EventReader(EventRules.RECEIVED.with(field, change)));
    }

    private static UnaryOperator<Predicate<JsonNode>> and(Predicate<JsonNode> more) {
        return rule -> rule.and(more);
    }

    private static Defect checking(String name, String summary, Predicate<ObjectNode> fits) {
        return Defect.ofReader(name, summary, "", () -> new EventReader() {
            @Override
            void check(ObjectNode event) {
                super.check(event);
                if (!fits.test(event)) {
                    throw new Refusal(422, "event is not valid");
                }
            }
        });
    }

    private static Defect throwing(String name, String summary, BiPredicate<String, JsonNode> when) {
        return Defect.ofReader(name, summary, "", () -> new EventReader() {
            @Override
            RuntimeException broken(String field, JsonNode value) {
                return when.test(field, value)
                        ? new IllegalStateException(field + " is " + value)
                        : super.broken(field, value);
            }
        });
    }

    private static boolean isRecent(JsonNode timestamp, Instant now) {
        return EventRules.instant(timestamp.stringValue())
                .filter(time -> Duration.between(time, now).compareTo(OLD) <= 0)
                .isPresent();
    }

    private static boolean onlyKnown(ObjectNode event) {
        return EventRules.RECEIVED.fields().keySet().containsAll(event.propertyNames());
    }

    private static boolean isFlat(ObjectNode event) {
        return event.properties().stream().noneMatch(e -> e.getValue().isObject());
    }
}
