package io.statuspulse.conformance.receiver;

import static io.statuspulse.conformance.receiver.Probes.one;

import java.util.List;
import java.util.function.UnaryOperator;

final class EventProbes {

    private EventProbes() {}

    static List<Probes.Probe> all() {
        return List.of(
                refused("misses-certificate-expiry", s -> s.replace("status_change", "certificate_expiry")),
                refused("misses-maintenance-window", s -> s.replace("status_change", "maintenance_window")),
                refused("misses-latency-spike", s -> s.replace("status_change", "latency_spike")),
                refused("misses-status-change", s -> s),
                refused("rejects-unknown-event-types", s -> s.replace("status_change", "new_thing")),
                refused("rejects-unknown-statuses", s -> s.replace("degraded", "haunted")),
                refused("rejects-null-error-code", s -> s.replace("503", "null")),
                refused("rejects-null-response-time", s -> s.replace("1420", "null")),
                refused("limits-retry-count", s -> s.replace("count\":0", "count\":1000")),
                refused("whole-seconds-only", s -> s.replace("11Z", "11.5Z")),
                refused("utc-only", s -> s.replace("11Z", "11+02:00")),
                refused("rejects-old-events", s -> s),
                refused("rejects-unknown-fields", s -> s.replace("}", ",\"more\":1}")),
                refused("rejects-nested-fields", s -> s.replace("}", ",\"more\":{}}")),
                thrown("throws-on-missing-field", 422, s -> "{}"),
                thrown("throws-on-null", 422, s -> s.replace("\"us-east-1\"", "null")),
                thrown("throws-on-wrong-type", 422, s -> s.replace("\"us-east-1\"", "1")),
                thrown("throws-on-wrong-type", 422, s -> s.replace("1420", "\"1420\"")),
                thrown("throws-on-out-of-range", 422, s -> s.replace("503", "99")),
                thrown("throws-on-bad-date", 422, s -> s.replace("05-14", "02-30")),
                thrown("throws-on-malformed-id", 422, s -> s.replace("evt_0", "evt_A")));
    }

    private static Probes.Probe refused(String defect, UnaryOperator<String> change) {
        return one(defect, 200, 422, () -> Delivery.changed(change));
    }

    private static Probes.Probe thrown(String defect, int right, UnaryOperator<String> change) {
        return one(defect, right, 500, () -> Delivery.changed(change));
    }
}
