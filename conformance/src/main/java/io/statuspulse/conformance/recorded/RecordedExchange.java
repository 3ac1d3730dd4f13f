package io.statuspulse.conformance.recorded;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.statuspulse.conformance.verdict.Result.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt and what came back, as report.json tells it.
 *
 * @param role its part in the scenario
 * @param edits what was changed in a valid delivery, each as it prints
 * @param request what was sent
 * @param response the answer; empty where none came
 * @param failure what went wrong below HTTP; empty where nothing did
 * @param timings milliseconds by phase
 * @param startedAt when it was begun, by the sender's clock; empty where the report does not tell
 */
public record RecordedExchange(
        Role role,
        List<String> edits,
        Request request,
        Optional<Response> response,
        Optional<String> failure,
        Map<String, BigDecimal> timings,
        Optional<Instant> startedAt) {

    public RecordedExchange {
        edits = List.copyOf(edits);
    }

    /**
     * What was sent.
     *
     * @param line the request line, without its line end
     * @param headers in the order of the wire; one character of a value is one byte
     * @param bodyBase64 the body, before any transfer coding
     * @param bodyTruncated whether the body was longer
     * @param wireBase64 the bytes on the wire; empty where they are what line, headers and body make
     * @param wireTruncated whether there were more of them
     * @param steps how they were to be sent, each step as it prints; empty where they were one write
     */
    public record Request(
            String line,
            List<Header> headers,
            String bodyBase64,
            boolean bodyTruncated,
            Optional<String> wireBase64,
            boolean wireTruncated,
            List<String> steps) {
        public Request {
            headers = List.copyOf(headers);
            steps = List.copyOf(steps);
        }

        /** The body's bytes, a new array each time. */
        public byte[] body() {
            return Base64.getDecoder().decode(bodyBase64);
        }

        /** The bytes on the wire, a new array each time; empty where they are what line, headers and body make. */
        public Optional<byte[]> wire() {
            return wireBase64.map(Base64.getDecoder()::decode);
        }
    }

    /**
     * What came back.
     *
     * @param status the HTTP status
     * @param headers in the order of the wire
     * @param body the body as text
     * @param bodyTruncated whether the body was longer
     * @param reason the reason phrase; may be empty
     * @param bodyBase64 the body's bytes where they are no text; empty where they are
     */
    public record Response(
            int status,
            List<Header> headers,
            String body,
            boolean bodyTruncated,
            String reason,
            Optional<String> bodyBase64) {
        public Response {
            headers = List.copyOf(headers);
        }
    }

    /**
     * One header line.
     *
     * @param name as it was sent
     * @param value as it was sent
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Header(String name, String value) {}
}
