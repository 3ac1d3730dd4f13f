package com.example.statuspulse;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Receives StatusPulse deliveries. Where a simpler version goes wrong, the line says why. */
@RestController
@RequestMapping("/webhook/statuspulse")
class WebhookController {
    private static final int MOST_BYTES = 1 << 20;

    private final SignatureVerifier verifier;
    private final EventReader reader;
    private final EventProcessor processor;

    WebhookController(SecretsInForce secrets, EventReader reader, EventProcessor processor) {
        this.verifier = new SignatureVerifier(secrets, Clock.systemUTC());
        this.reader = reader;
        this.processor = processor;
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<Void> receive(HttpServletRequest request) {
        // Not @RequestBody: an object written again has another signature, and byte[] has no limit, which server.tomcat.max-*
        // does not set for JSON either. The sender is anybody so far.
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            return ResponseEntity.badRequest().build(); // It broke off, or its framing is wrong: nothing of ours, so no 5xx.
        }
        if (body.length > MOST_BYTES) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build();
        }
        // Verified before anything is parsed or remembered. One answer for every cause: it helps nobody who guesses.
        // Not @RequestHeader, which answers 400 by itself where one is missing, and joins two by a comma.
        if (!verifier.isGenuine(
                headers(request, "X-StatusPulse-Timestamp"), headers(request, "X-StatusPulse-Signature"), body)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        Optional<Event> event = reader.read(body);
        if (event.isEmpty()) {
            // What does not parse today will not tomorrow, and a 5xx is retried for hours.
            return ResponseEntity.unprocessableEntity().build();
        }
        processor.process(event.get()); // What it throws is answered with 500, which asks for another attempt.
        return ResponseEntity.ok().build();
    }

    /** Spring MVC would answer OPTIONS with 200. */
    @RequestMapping
    ResponseEntity<Void> refuse(HttpServletRequest request) {
        boolean post = request.getMethod().equals("POST"); // Of another content type.
        return post
                ? ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build()
                : ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED).header("Allow", "POST").build();
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
