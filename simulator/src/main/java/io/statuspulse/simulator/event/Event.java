package io.statuspulse.simulator.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An event with the fields of the contract (REQ-PAY-1, REQ-PAY-3).
 *
 * @param eventId {@code evt_} and twelve lower-case hex digits
 * @param timestamp when it happened, cut to the second when written
 * @param type the event type
 * @param checkId {@code chk_} and lower-case letters, digits, underscores
 * @param endpoint the monitored URI
 * @param previousStatus the status before
 * @param currentStatus the status now
 * @param responseTimeMs milliseconds, empty where the probe got no answer
 * @param region where it was probed from
 * @param errorCode HTTP status 100 to 599, empty where there was no error
 * @param retryCount how often the delivery failed before this attempt
 */
public record Event(
        String eventId,
        Instant timestamp,
        EventType type,
        String checkId,
        String endpoint,
        String previousStatus,
        String currentStatus,
        Optional<Integer> responseTimeMs,
        String region,
        Optional<Integer> errorCode,
        int retryCount) {

    /** Returns the event as JSON text with its fields in the order of the guide's example. */
    public JsonText toJson() {
        return JsonText.EMPTY
                .withString("event_id", eventId)
                .withString(
                        "timestamp", timestamp.truncatedTo(ChronoUnit.SECONDS).toString())
                .withString("event_type", type.text())
                .withString("check_id", checkId)
                .withString("endpoint", endpoint)
                .withString("previous_status", previousStatus)
                .withString("current_status", currentStatus)
                .with("response_time_ms", responseTimeMs.map(String::valueOf).orElse("null"))
                .withString("region", region)
                .with("error_code", errorCode.map(String::valueOf).orElse("null"))
                .with("retry_count", Integer.toString(retryCount));
    }
}
