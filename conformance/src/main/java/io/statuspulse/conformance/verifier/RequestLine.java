package io.statuspulse.conformance.verifier;

import io.statuspulse.simulator.delivery.HeaderLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * The line with which a verifier is asked: {@code verifier-request.schema.json} describes it. In ASCII, whatever the values
 * are, so that no charset of a child process matters.
 */
final class RequestLine {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private RequestLine() {}

    /** Returns the line, its end included. */
    static byte[] of(Question question) {
        ByteArrayOutputStream line =
                new ByteArrayOutputStream(512 + question.body().size() * 4 / 3);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("id", question.id());
            json.writeArrayPropertyStart("secrets");
            question.setup().secrets().forEach(json::writeString);
            json.writeEndArray();
            json.writeNumberProperty(
                    "toleranceSeconds", question.setup().tolerance().toSeconds());
            json.writeNumberProperty("now", question.setup().now().getEpochSecond());
            json.writeArrayPropertyStart("headers");
            question.headers().forEach(header -> write(json, header));
            json.writeEndArray();
            json.writeStringProperty("bodyBase64", question.body().toBase64());
            json.writeEndObject();
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void write(JsonGenerator json, HeaderLine header) {
        json.writeStartArray();
        json.writeString(header.name());
        json.writeString(header.value());
        json.writeEndArray();
    }

    /** Returns the line as text, its end left out. */
    static String text(Question question) {
        return new String(of(question), StandardCharsets.US_ASCII).stripTrailing();
    }
}
