package com.example;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An application's controller, which knows nothing of the kit. */
@RestController
@RequestMapping("/webhook/statuspulse")
class WebhookController {
    private final String secret;
    private final Set<String> processed = ConcurrentHashMap.newKeySet();

    WebhookController(String secret) {
        this.secret = secret;
    }

    @PostMapping
    ResponseEntity<Void> receive(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        Map<String, List<String>> headers = Map.of(
                "X-StatusPulse-Timestamp", Collections.list(request.getHeaders("X-StatusPulse-Timestamp")),
                "X-StatusPulse-Signature", Collections.list(request.getHeaders("X-StatusPulse-Signature")));
        if (!WebhookVerifier.isGenuine(secret, headers, body)) {
            return ResponseEntity.status(401).build();
        }
        try {
            processed.add(JsonMapper.shared().readTree(body).path("event_id").asString(""));
            return ResponseEntity.ok().build();
        } catch (JacksonException e) {
            return ResponseEntity.unprocessableEntity().build();
        }
    }

    @RequestMapping
    ResponseEntity<Void> refuse() {
        return ResponseEntity.status(405).build();
    }
}
