package io.statuspulse.conformance.receiver;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tools.jackson.databind.node.ObjectNode;

/** The status of each check, by its newest event (REQ-IDEM-3). */
class States {

    private final ConcurrentMap<String, Status> latest = new ConcurrentHashMap<>();

    /** What an event made of its check. */
    record Status(Instant time, String word) {}

    void record(ObjectNode event) {
        Status status = new Status(time(event), event.path("current_status").asString(""));
        latest.merge(EventMemory.check(event), status, this::winner);
    }

    /** Not the one that arrived last: order is not guaranteed. */
    Status winner(Status known, Status arrived) {
        return arrived.time().isBefore(known.time()) ? known : arrived;
    }

    /** When the event happened; a memory is only given events whose timestamp was found valid. */
    static Instant time(ObjectNode event) {
        return EventRules.instant(event.path("timestamp").asString(""))
                .orElseThrow(() -> new IllegalArgumentException("event without a timestamp"));
    }

    Optional<String> of(String checkId) {
        return Optional.ofNullable(latest.get(checkId)).map(Status::word);
    }
}
