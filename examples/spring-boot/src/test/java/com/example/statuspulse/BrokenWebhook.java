package com.example.statuspulse;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.statuspulse.junit.RawBodyConformance;
import io.statuspulse.junit.ReceiverUnderTest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a failure looks like: a controller that takes the body as an object, and verifies the signature over what it writes
 * for it. Not run by default, since it fails: {@code mvn test -Dtest=BrokenWebhook}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "statuspulse.secret=" + BrokenWebhook.SECRET)
@Import(BrokenWebhook.Controller.class)
class BrokenWebhook implements RawBodyConformance {
    static final String SECRET = "whsec_11111111111111111111111111111111";

    @LocalServerPort
    private int port;

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.at("http://127.0.0.1:" + port + "/broken").secret(SECRET);
    }

    @TestComponent // Of this test alone: scans leave it out.
    @RestController
    static class Controller {
        private final ObjectMapper json = new ObjectMapper();
        private final SignatureVerifier verifier = new SignatureVerifier(() -> List.of(SECRET), Clock.systemUTC());

        @PostMapping("/broken")
        ResponseEntity<Void> receive(
                @RequestHeader("X-StatusPulse-Timestamp") String timestamp,
                @RequestHeader("X-StatusPulse-Signature") String signature,
                @RequestBody Map<String, Object> event)
                throws IOException {
            boolean genuine = verifier.isGenuine(List.of(timestamp), List.of(signature), json.writeValueAsBytes(event));
            return ResponseEntity.status(genuine ? HttpStatus.OK : HttpStatus.UNAUTHORIZED).build();
        }
    }
}
