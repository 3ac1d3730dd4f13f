package com.example.statuspulse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validator;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads a verified body: strict about what the contract fixes, and open to what the provider will add. */
@Component
class EventReader {
    // Not Spring's own mapper: what it takes for the same is changed by whoever changes spring.jackson.*
    private static final ObjectReader JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // Else {…}garbage is an event.
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS) // Else "1420" and true are numbers.
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT) // Else 0.5 is 0.
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION) // Else it is the parser that says which value wins.
            .build()
            .readerFor(Event.class);

    private final Validator validator;

    EventReader(Validator validator) {
        this.validator = validator;
    }

    /** Returns nothing where the body is no event. */
    Optional<Event> read(byte[] body) {
        try {
            // From text: of bytes Jackson guesses UTF-16 and UTF-32, and String's constructor puts U+FFFD for what is no UTF-8.
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            Event event = JSON.readValue(text);
            return event != null && validator.validate(event).isEmpty() ? Optional.of(event) : Optional.empty();
        } catch (CharacterCodingException | JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
