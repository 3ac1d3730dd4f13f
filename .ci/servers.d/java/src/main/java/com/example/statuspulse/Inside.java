package com.example.statuspulse;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What the suite looks at: what was done, what happened last, what is to fail. Nothing of it belongs into a service. */
final class Inside implements Consumer<JsonNode> {
    private final Map<String, Integer> effects = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> newest = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    @Override
    public void accept(JsonNode event) {
        String id = event.path("event_id").stringValue();
        if (failing.remove(id)) {
            throw new IllegalStateException("told to fail");
        }
        effects.merge(id, 1, Integer::sum);
        // The newest is what happened last, which need not be what came last.
        newest.merge(event.path("check_id").stringValue(), event, (known, came) -> at(came).isAfter(at(known)) ? came : known);
    }

    private static OffsetDateTime at(JsonNode event) {
        return OffsetDateTime.parse(event.path("timestamp").stringValue());
    }

    int effects(String eventId) {
        return effects.getOrDefault(eventId, 0);
    }

    Optional<String> state(String checkId) {
        return Optional.ofNullable(newest.get(checkId)).map(event -> event.path("current_status").stringValue());
    }

    void failNext(String eventId) {
        failing.add(eventId);
    }
}
