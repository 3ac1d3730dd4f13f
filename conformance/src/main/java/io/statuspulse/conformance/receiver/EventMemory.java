package io.statuspulse.conformance.receiver;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tools.jackson.databind.node.ObjectNode;

/** Which events were seen, and how often each was processed (REQ-IDEM-1); kept as long as the receiver lives. */
class EventMemory {

    final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Integer> effects = new ConcurrentHashMap<>();

    Answer take(Request request, ObjectNode event) {
        if (!remember(key(request, event))) {
            return duplicate(event);
        }
        return process(event);
    }

    /** Notes the key, atomically; false if it was there. */
    boolean remember(String key) {
        return seen.add(key);
    }

    String key(Request request, ObjectNode event) {
        return id(event);
    }

    Answer duplicate(ObjectNode event) {
        return Answer.ok();
    }

    Answer process(ObjectNode event) {
        effects.merge(id(event), 1, Integer::sum);
        return Answer.ok();
    }

    int effects(String eventId) {
        return effects.getOrDefault(eventId, 0);
    }

    static String id(ObjectNode event) {
        return event.path("event_id").asString("");
    }
}
