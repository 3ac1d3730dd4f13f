package com.example.statuspulse;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the whole suite is to run, with SPRING_PROFILES_ACTIVE=for-tests-only: lets it look inside, rotate, and make events
 * fail. It asks nobody who they are, so nothing of it belongs into a service.
 */
@Primary
@Profile("for-tests-only")
@RestController
class ForTestsOnly implements EventProcessor.Work {
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final StatusBoard board;
    private final SecretsInForce secrets;

    ForTestsOnly(StatusBoard board, SecretsInForce secrets) {
        this.board = board;
        this.secrets = secrets;
    }

    @Override
    public void on(Event event) {
        if (failing.remove(event.eventId())) {
            throw new IllegalStateException("told to fail");
        }
        board.on(event);
    }

    @GetMapping("/effects/{id}")
    Map<String, Integer> effects(@PathVariable String id) {
        return Map.of("count", board.timesRecorded(id));
    }

    @GetMapping("/state/{id}")
    ResponseEntity<Map<String, String>> state(@PathVariable String id) {
        return ResponseEntity.of(board.status(id).map(status -> Map.of("status", status)));
    }

    @PutMapping("/failures/{id}")
    void fail(@PathVariable String id) {
        failing.add(id);
    }

    record Rotation(String current, String previous) {}

    @PutMapping("/secrets")
    void rotate(@RequestBody Rotation rotation) {
        secrets.rotateTo(new Secrets(rotation.current(), rotation.previous()));
    }
}
