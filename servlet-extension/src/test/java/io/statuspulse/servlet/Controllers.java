package io.statuspulse.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Controllers as they are written, right and wrong. */
final class Controllers {
    static final String PATH = "/webhook/statuspulse";

    private Controllers() {}

    /** Refuses what Spring MVC would answer by itself. */
    abstract static class PostOnly {
        final Events events = new Events();

        @RequestMapping(
                path = PATH,
                method = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS})
        ResponseEntity<Void> refuse() {
            return ResponseEntity.status(405).build();
        }

        static byte[] body(HttpServletRequest request) {
            try {
                return request.getInputStream().readAllBytes();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        ResponseEntity<String> answer(boolean genuine, byte[] body) {
            return genuine
                    ? ResponseEntity.status(events.take(body)).body("")
                    : ResponseEntity.status(401).body("no");
        }
    }

    @RestController
    static final class Correct extends PostOnly {
        @PostMapping(PATH)
        ResponseEntity<String> receive(HttpServletRequest request) {
            byte[] body = body(request);
            return answer(Verification.isGenuine(request, body), body);
        }
    }

    @RestController
    static final class CorrectByCallable extends PostOnly {
        @PostMapping(PATH)
        Callable<ResponseEntity<String>> receive(HttpServletRequest request) {
            byte[] body = body(request);
            boolean genuine = Verification.isGenuine(request, body);
            return () -> answer(genuine, body);
        }
    }

    @RestController
    static final class CorrectByFuture extends PostOnly {
        @PostMapping(PATH)
        CompletableFuture<ResponseEntity<String>> receive(HttpServletRequest request) {
            byte[] body = body(request);
            boolean genuine = Verification.isGenuine(request, body);
            return CompletableFuture.supplyAsync(() -> answer(genuine, body));
        }
    }

    /** Takes the body for text in the charset that Java took for text before it was UTF-8. */
    @RestController
    static final class BodyAsLatin1 extends PostOnly {
        @PostMapping(PATH)
        ResponseEntity<String> receive(HttpServletRequest request, @RequestBody String body) {
            return answer(Verification.isGenuine(request, body.getBytes(ISO_8859_1)), body.getBytes(UTF_8));
        }
    }

    /** Takes the body for text in UTF-8: what is none becomes U+FFFD, and passes for it. */
    @RestController
    static final class BodyAsText extends PostOnly {
        @PostMapping(PATH)
        ResponseEntity<String> receive(HttpServletRequest request, @RequestBody(required = false) String body) {
            byte[] bytes = (body == null ? "" : body).getBytes(UTF_8);
            return answer(Verification.isGenuine(request, bytes), bytes);
        }
    }

    /** An event, and what is written of one. */
    @JsonPropertyOrder({"event_id", "timestamp", "event_type"})
    record Event(
            @JsonProperty("event_id") String eventId,
            @JsonProperty("timestamp") String timestamp,
            @JsonProperty("event_type") String eventType,
            @JsonProperty("check_id") String checkId,
            @JsonProperty("endpoint") String endpoint,
            @JsonProperty("previous_status") String previousStatus,
            @JsonProperty("current_status") String currentStatus,
            @JsonProperty("response_time_ms") Integer responseTimeMs,
            @JsonProperty("region") String region,
            @JsonProperty("error_code") Integer errorCode,
            @JsonProperty("retry_count") int retryCount) {}

    /** Lets Spring parse the body, and writes it again to verify it. */
    @RestController
    static final class BodyWrittenAgain extends PostOnly {
        @PostMapping(PATH)
        ResponseEntity<String> receive(HttpServletRequest request, @RequestBody Event event) {
            byte[] again = JsonMapper.shared().writeValueAsBytes(event);
            return answer(Verification.isGenuine(request, again), again);
        }
    }

    /** Throws what nobody resolves where the signature is not hex. */
    @RestController
    static final class Throwing extends PostOnly {
        @PostMapping(PATH)
        ResponseEntity<String> receive(
                HttpServletRequest request, @RequestHeader("X-StatusPulse-Signature") List<String> signatures) {
            byte[] body = body(request);
            HexFormat.of().parseHex(signatures.get(0));
            return answer(Verification.isGenuine(request, body), body);
        }
    }

    /** Takes what comes first for the whole body. */
    @RestController
    static final class FirstRead extends PostOnly {
        @PostMapping(PATH)
        ResponseEntity<String> receive(HttpServletRequest request) throws IOException {
            byte[] buffer = new byte[1 << 20];
            int size = Math.max(0, request.getInputStream().read(buffer));
            byte[] body = Arrays.copyOf(buffer, size);
            return answer(Verification.isGenuine(request, body), body);
        }
    }

    /** Answers with the name of a view that does not exist, in place of a body. */
    @Controller
    static final class View {
        @PostMapping(PATH)
        String receive(@RequestBody Map<String, Object> event) {
            return "forward:/taken.html";
        }
    }
}
