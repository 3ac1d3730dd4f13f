package io.statuspulse.conformance.receiver;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON readers. */
final class Json {

    /** One document, every key once, numbers exact; nesting and lengths bounded (REQ-PAY-6). */
    static final JsonMapper STRICT = mapper(true);

    /** As most receivers' parsers are: the last of duplicate keys wins. */
    static final JsonMapper LENIENT = mapper(false);

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 1_000;

    private Json() {}

    /** What the lenient reader makes of the bytes; nothing if they are no JSON. */
    static Optional<JsonNode> lenient(byte[] body) {
        try {
            return Optional.of(LENIENT.readTree(body));
        } catch (JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The text of an event's field; empty if there is none. */
    static String textOf(byte[] body, String field) {
        return lenient(body).map(n -> n.path(field).asString("")).orElse("");
    }

    /** The text as a JSON string. */
    static String quoted(String text) {
        return STRICT.writeValueAsString(text);
    }

    private static JsonMapper mapper(boolean strict) {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .maxStringLength(HttpRules.BODY_LIMIT)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
                .streamReadConstraints(bounds)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
