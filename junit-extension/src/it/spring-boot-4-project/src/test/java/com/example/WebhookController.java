package com.example;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** As much of a receiver as the quick scenarios ask for, on what Spring Boot 4 brings: its Tomcat, its Jackson 3. */
@RestController
class WebhookController {
    static final String SECRET = "whsec_of_the_tests";

    private final Map<String, Integer> processed = new ConcurrentHashMap<>();
    private final JsonMapper json;

    WebhookController(JsonMapper json) {
        this.json = json;
    }

    @PostMapping("/webhook/statuspulse")
    ResponseEntity<Void> receive(HttpServletRequest request) throws IOException, GeneralSecurityException {
        byte[] body = request.getInputStream().readAllBytes();
        List<String> timestamps = Collections.list(request.getHeaders("X-StatusPulse-Timestamp"));
        List<String> signatures = Collections.list(request.getHeaders("X-StatusPulse-Signature"));
        if (timestamps.size() != 1
                || signatures.size() != 1
                || !isGenuine(timestamps.get(0), signatures.get(0), body)) {
            return ResponseEntity.status(401).build();
        }
        try {
            String eventId = json.readTree(body).path("event_id").asString("");
            processed.putIfAbsent(eventId, 1);
            return ResponseEntity.ok().build();
        } catch (JacksonException e) {
            return ResponseEntity.status(422).build();
        }
    }

    int timesProcessed(String eventId) {
        return processed.getOrDefault(eventId, 0);
    }

    private static boolean isGenuine(String timestamp, String signature, byte[] body) throws GeneralSecurityException {
        if (!timestamp.matches("[0-9]{1,11}")
                || Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) > 300) {
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        mac.update((timestamp + ".").getBytes(US_ASCII));
        String expected = HexFormat.of().formatHex(mac.doFinal(body));
        return MessageDigest.isEqual(expected.getBytes(US_ASCII), signature.getBytes(UTF_8));
    }
}
