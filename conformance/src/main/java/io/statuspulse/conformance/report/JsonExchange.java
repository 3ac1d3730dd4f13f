package io.statuspulse.conformance.report;

import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.Redaction;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import io.statuspulse.simulator.wire.Response;
import io.statuspulse.simulator.wire.Timings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;

/** Writes one exchange of report.json. Header values are one character for each byte, as on the wire. */
final class JsonExchange {
    private static final int MOST_BODY = 64 * 1024;

    private JsonExchange() {}

    static void write(JsonGenerator json, Sent sent) {
        Exchange exchange = sent.exchange();
        Delivery delivery = exchange.delivery();
        Redaction redaction = delivery.redaction();
        json.writeStartObject();
        json.writeStringProperty("role", sent.role().name().toLowerCase(Locale.ROOT));
        json.writeArrayPropertyStart("edits");
        delivery.plan().edits().forEach(edit -> json.writeString(redaction.apply(edit.print())));
        json.writeEndArray();
        request(json, delivery);
        response(json, exchange.response(), redaction);
        Optional<String> failure = exchange.failure().map(Failure::toString).map(redaction::apply);
        json.writeName("failure");
        if (failure.isPresent()) {
            json.writeString(Disclosure.wellFormed(failure.get()));
        } else {
            json.writeNull();
        }
        timings(json, exchange.timings());
        json.writeEndObject();
    }

    private static void request(JsonGenerator json, Delivery delivery) {
        Redaction redaction = delivery.redaction();
        json.writeObjectPropertyStart("request");
        json.writeStringProperty("line", Disclosure.wellFormed(redaction.apply(delivery.requestLine())));
        headers(json, delivery.headers(), redaction, Credentials::inHeader);
        Bytes body = delivery.body();
        // Twice the bound is looked through, so that what begins before the cut is recognized although it ends after.
        Bytes beginning = redaction.apply(body.slice(0, Math.min(body.size(), 2 * MOST_BODY)));
        json.writeStringProperty(
                "bodyBase64",
                beginning.slice(0, Math.min(beginning.size(), MOST_BODY)).toBase64());
        truncated(json, body.size() > MOST_BODY);
        JsonWire.write(json, delivery, Credentials::inHeader);
        json.writeEndObject();
    }

    private static void response(JsonGenerator json, Optional<Response> received, Redaction redaction) {
        if (received.isEmpty()) {
            json.writeNullProperty("response");
            return;
        }
        Response response = received.get();
        json.writeObjectPropertyStart("response");
        json.writeNumberProperty("status", response.status());
        headers(json, response.headers(), redaction, name -> false);
        Bytes body = response.body();
        Bytes beginning = body.slice(0, Math.min(body.size(), 2 * MOST_BODY));
        String shown = redaction.apply(beginning.asUtf8());
        int cut = Math.min(shown.length(), MOST_BODY);
        json.writeStringProperty("body", Disclosure.wellFormed(shown.substring(0, cut)));
        truncated(json, response.bodyTruncated() || beginning.size() < body.size() || cut < shown.length());
        json.writeEndObject();
    }

    private static void headers(
            JsonGenerator json, List<HeaderLine> headers, Redaction redaction, Predicate<String> hidden) {
        json.writeArrayPropertyStart("headers");
        for (HeaderLine line : headers) {
            json.writeStartArray();
            json.writeString(Disclosure.wellFormed(redaction.apply(line.name())));
            json.writeString(
                    hidden.test(line.name())
                            ? Credentials.HIDDEN
                            : Disclosure.wellFormed(redaction.apply(line.value())));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void truncated(JsonGenerator json, boolean truncated) {
        if (truncated) {
            json.writeBooleanProperty("bodyTruncated", true);
        }
    }

    private static void timings(JsonGenerator json, Timings timings) {
        json.writeObjectPropertyStart("timings");
        json.writeNumberProperty("connect", Json.millis(timings.connect()));
        json.writeNumberProperty("tls", Json.millis(timings.tls()));
        json.writeNumberProperty("write", Json.millis(timings.write()));
        json.writeNumberProperty("answer", Json.millis(timings.answer()));
        json.writeNumberProperty("read", Json.millis(timings.read()));
        json.writeNumberProperty("total", Json.millis(timings.total()));
        json.writeEndObject();
    }
}
