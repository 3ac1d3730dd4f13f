package io.statuspulse.conformance.receiver;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which events were seen, how often each was processed, and the state of each check (REQ-IDEM-1 and 3); kept as long as
 * the receiver lives.
 */
class EventMemory {

    final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final States states;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Integer> effects = new ConcurrentHashMap<>();

    EventMemory() {
        this(new States());
    }

    EventMemory(States states) {
        this.states = states;
    }

    Answer take(Request request, ObjectNode event) {
        String key = key(request, event);
        if (!seen.contains(key) && failing.remove(id(event))) {
            return failed(key, event);
        }
        if (!remember(key)) {
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

    /** Processing that broke down: no trace of it is left, so that the retry is processed (REQ-RETRY-1). */
    Answer failed(String key, ObjectNode event) {
        return Answer.error(503, "processing failed");
    }

    Answer process(ObjectNode event) {
        effects.merge(id(event), 1, Integer::sum);
        states.record(event);
        return Answer.ok();
    }

    int effects(String eventId) {
        return effects.getOrDefault(eventId, 0);
    }

    Optional<String> state(String checkId) {
        return states.of(checkId);
    }

    void failNext(String eventId) {
        failing.add(eventId);
    }

    static String id(ObjectNode event) {
        return event.path("event_id").asString("");
    }

    static String check(ObjectNode event) {
        return event.path("check_id").asString("");
    }
}
