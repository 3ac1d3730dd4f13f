package com.example.statuspulse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads events: strict about what is needed, and open to what the provider will add. */
final class Events {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // Else {…}garbage is an event.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // Else it is the parser that says which value wins.
            .build();

    private Events() {}

    /** Returns the event, or nothing where the body is none: to be answered with a 4xx, for a 5xx is retried for hours. */
    static Optional<JsonNode> read(byte[] body) {
        try {
            // The parser would guess UTF-16 and UTF-32 from bytes, and JSON between systems is UTF-8 (RFC 8259, 8.1).
            JsonNode event = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
            return isEvent(event) ? Optional.of(event) : Optional.empty();
        } catch (CharacterCodingException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean isEvent(JsonNode event) {
        // Any text will do for types and statuses, and other fields are ignored: tomorrow's events have new ones.
        return Stream.of("event_type", "check_id", "endpoint", "previous_status", "current_status", "region")
                        .allMatch(field -> isText(event.path(field)))
                && event.path("event_id").asString("").matches("evt_[0-9a-f]{12}")
                && isTime(event.path("timestamp").asString(""))
                // A probe without an answer has no response time, and a recovery no error: both may be null.
                && isNullOrFrom(event.path("response_time_ms"), 0, Long.MAX_VALUE)
                && isNullOrFrom(event.path("error_code"), 100, 599)
                && !event.path("retry_count").isNull()
                && isNullOrFrom(event.path("retry_count"), 0, Long.MAX_VALUE);
    }

    private static boolean isText(JsonNode value) {
        return value.isString() && !value.stringValue().isBlank();
    }

    private static boolean isNullOrFrom(JsonNode value, long least, long most) {
        return value.isNull()
                || (value.isIntegralNumber()
                        && value.canConvertToLong()
                        && value.longValue() >= least
                        && value.longValue() <= most);
    }

    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(
                    text); // With fractions and offsets too. How old an event is, is no reason to refuse it.
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
