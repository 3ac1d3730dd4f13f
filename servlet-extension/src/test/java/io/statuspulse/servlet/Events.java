package io.statuspulse.servlet;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes events once each. */
final class Events {
    private final Map<String, Integer> processed = new ConcurrentHashMap<>();

    /** Processes an event that was not seen before, and returns the status to answer with. */
    int take(byte[] body) {
        Optional<String> eventId = eventId(body);
        eventId.ifPresent(id -> processed.putIfAbsent(id, 1));
        return eventId.isPresent() ? 200 : 422;
    }

    private static Optional<String> eventId(byte[] body) {
        try {
            JsonNode event = JsonMapper.shared().readTree(body);
            boolean whole = event.path("event_id").isString()
                    && event.path("current_status").isString();
            return whole ? Optional.of(event.path("event_id").stringValue()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    int timesProcessed(String eventId) {
        return processed.getOrDefault(eventId, 0);
    }
}
