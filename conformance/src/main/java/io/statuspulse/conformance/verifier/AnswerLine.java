package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.verifier.Answer.Said;
import io.statuspulse.simulator.delivery.Printable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** The line with which a verifier answers: {@code {"id","result","message"}}; {@code verifier-answer.schema.json} tells more. */
final class AnswerLine {
    private static final int MOST_SHOWN = 120;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private AnswerLine() {}

    /**
     * Reads a line, without its end.
     *
     * @throws IllegalArgumentException if it is no answer; the message says why, in one line that is safe to print
     */
    static Answer read(String line) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            return read(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("is no JSON", e);
        }
    }

    private static Answer read(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("is no JSON object");
        }
        Optional<String> id = Optional.empty();
        Optional<Said> said = Optional.empty();
        String message = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "id" -> id = Optional.of(text(json, name));
                case "result" -> said = Optional.of(said(text(json, name)));
                case "message" -> message = value == JsonToken.VALUE_NULL ? "" : text(json, name);
                default -> json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw new IllegalArgumentException("has something after its JSON object");
        }
        return new Answer(
                id.orElseThrow(() -> new IllegalArgumentException("has no id")),
                said.orElseThrow(() -> new IllegalArgumentException("has no result")),
                message);
    }

    private static String text(JsonParser json, String name) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("has no text for its " + name);
        }
        return json.getString();
    }

    private static Said said(String label) {
        return Said.named(label)
                .orElseThrow(() -> new IllegalArgumentException("has the result '" + shown(label) + "', expected "
                        + Arrays.stream(Said.values()).map(Said::label).collect(Collectors.joining(", "))));
    }

    /** Returns the beginning of what a verifier printed, on one line and safe to print. */
    static String shown(String text) {
        String printable = Printable.decoded(text.substring(0, Math.min(text.length(), MOST_SHOWN)));
        return text.length() > MOST_SHOWN ? printable + "…" : printable;
    }
}
