package io.statuspulse.conformance.report;

import io.statuspulse.conformance.recorded.RecordedExchange;
import io.statuspulse.conformance.recorded.RecordedExchange.Header;
import io.statuspulse.conformance.recorded.RecordedExchange.Request;
import io.statuspulse.conformance.recorded.RecordedExchange.Response;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes one exchange of report.json. */
final class JsonExchange {
    private JsonExchange() {}

    static void write(JsonGenerator json, RecordedExchange exchange) {
        json.writeStartObject();
        json.writeStringProperty("role", Words.of(exchange.role()));
        JsonReport.texts(json, "edits", exchange.edits());
        request(json, exchange.request());
        response(json, exchange.response());
        json.writeName("failure");
        if (exchange.failure().isPresent()) {
            json.writeString(exchange.failure().get());
        } else {
            json.writeNull();
        }
        json.writeObjectPropertyStart("timings");
        exchange.timings().forEach(json::writeNumberProperty);
        json.writeEndObject();
        exchange.startedAt().ifPresent(moment -> json.writeStringProperty("startedAt", moment.toString()));
        json.writeEndObject();
    }

    private static void request(JsonGenerator json, Request request) {
        json.writeObjectPropertyStart("request");
        json.writeStringProperty("line", request.line());
        headers(json, request.headers());
        json.writeStringProperty("bodyBase64", request.bodyBase64());
        ifSo(json, "bodyTruncated", request.bodyTruncated());
        request.wireBase64().ifPresent(wire -> json.writeStringProperty("wireBase64", wire));
        ifSo(json, "wireTruncated", request.wireTruncated());
        if (!request.steps().isEmpty()) {
            JsonReport.texts(json, "steps", request.steps());
        }
        json.writeEndObject();
    }

    private static void response(JsonGenerator json, Optional<Response> received) {
        if (received.isEmpty()) {
            json.writeNullProperty("response");
            return;
        }
        Response response = received.get();
        json.writeObjectPropertyStart("response");
        json.writeNumberProperty("status", response.status());
        headers(json, response.headers());
        json.writeStringProperty("body", response.body());
        ifSo(json, "bodyTruncated", response.bodyTruncated());
        Json.unlessBlank(json, "reason", response.reason());
        response.bodyBase64().ifPresent(bytes -> json.writeStringProperty("bodyBase64", bytes));
        json.writeEndObject();
    }

    private static void headers(JsonGenerator json, List<Header> headers) {
        json.writeArrayPropertyStart("headers");
        for (Header header : headers) {
            json.writeStartArray();
            json.writeString(header.name());
            json.writeString(header.value());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void ifSo(JsonGenerator json, String name, boolean so) {
        if (so) {
            json.writeBooleanProperty(name, true);
        }
    }
}
