package io.statuspulse.conformance.report;

import io.statuspulse.conformance.recorded.RecordedExchange;
import io.statuspulse.conformance.recorded.RecordedExchange.Header;
import io.statuspulse.conformance.recorded.RecordedExchange.Request;
import io.statuspulse.conformance.recorded.RecordedExchange.Response;
import io.statuspulse.conformance.recorded.RecordedReport;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/** Writes one exchange as an entry of an HTTP Archive. */
final class HarEntry {
    private static final BigDecimal NONE = BigDecimal.ONE.negate();
    private static final String HTTP = "HTTP/1.1";
    private static final Pattern REQUEST_LINE = Pattern.compile("(\\S*) ?(.*?)(?: (HTTP/[0-9.]+))?", Pattern.DOTALL);
    private static final Pattern ORIGIN = Pattern.compile("(?i)https?://[^/?#]+");

    private HarEntry() {}

    /** Writes the properties that the format knows, and beside them what went wrong below HTTP. */
    static void write(JsonGenerator json, RecordedReport report, RecordedExchange exchange) {
        // Reports of earlier versions tell when the run began, and no more.
        json.writeStringProperty(
                "startedDateTime",
                exchange.startedAt().orElse(report.startedAt()).toString());
        json.writeNumberProperty("time", millis(exchange.timings(), "total"));
        request(json, report.target(), exchange.request());
        response(json, exchange);
        json.writeObjectPropertyStart("cache");
        json.writeEndObject();
        timings(json, exchange.timings());
    }

    private static void request(JsonGenerator json, String target, Request request) {
        Matcher line = REQUEST_LINE.matcher(request.line());
        boolean split = line.matches();
        String path = split ? line.group(2) : "";
        json.writeObjectPropertyStart("request");
        json.writeStringProperty("method", split ? line.group(1) : "");
        json.writeStringProperty("url", url(target, path));
        json.writeStringProperty("httpVersion", split && line.group(3) != null ? line.group(3) : HTTP);
        empty(json, "cookies");
        headers(json, request.headers());
        query(json, path);
        body(json, request);
        json.writeNumberProperty("headersSize", -1);
        json.writeNumberProperty("bodySize", request.bodyTruncated() ? -1 : request.body().length);
        // Line, headers and body are what was meant; here is what was sent, where that is something else.
        request.wireBase64().ifPresent(wire -> json.writeStringProperty("_wireBase64", wire));
        if (request.wireTruncated()) {
            json.writeBooleanProperty("_wireTruncated", true);
        }
        if (!request.steps().isEmpty()) {
            JsonReport.texts(json, "_steps", request.steps());
        }
        json.writeEndObject();
    }

    private static String url(String target, String path) {
        Matcher origin = ORIGIN.matcher(target);
        return origin.lookingAt() ? origin.group() + path : target;
    }

    private static void query(JsonGenerator json, String path) {
        json.writeArrayPropertyStart("queryString");
        int mark = path.indexOf('?');
        if (mark >= 0) {
            for (String pair : path.substring(mark + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                pair(json, decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        json.writeEndArray();
    }

    private static String decoded(String text) {
        try {
            return Disclosure.wellFormed(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The format has text for what is posted, and nothing for bytes: those stand beside it. */
    private static void body(JsonGenerator json, Request request) {
        Optional<String> text = text(request.body());
        json.writeObjectPropertyStart("postData");
        json.writeStringProperty("mimeType", header(request.headers(), "Content-Type"));
        json.writeStringProperty("text", text.orElse(""));
        if (text.isEmpty()) {
            json.writeStringProperty("_base64", request.bodyBase64());
        }
        comment(json, request.bodyTruncated());
        json.writeEndObject();
    }

    private static void response(JsonGenerator json, RecordedExchange exchange) {
        Optional<Response> response = exchange.response();
        List<Header> headers = response.map(Response::headers).orElse(List.of());
        json.writeObjectPropertyStart("response");
        json.writeNumberProperty("status", response.map(Response::status).orElse(0));
        json.writeStringProperty("statusText", response.map(Response::reason).orElse(""));
        json.writeStringProperty("httpVersion", response.isPresent() ? HTTP : "");
        empty(json, "cookies");
        headers(json, headers);
        content(json, response, header(headers, "Content-Type"));
        json.writeStringProperty("redirectURL", header(headers, "Location"));
        json.writeNumberProperty("headersSize", -1);
        json.writeNumberProperty("bodySize", -1);
        exchange.failure().ifPresent(words -> json.writeStringProperty("_error", words));
        json.writeEndObject();
    }

    private static void content(JsonGenerator json, Optional<Response> response, String type) {
        String text = response.map(Response::body).orElse("");
        Optional<String> bytes = response.flatMap(Response::bodyBase64);
        json.writeObjectPropertyStart("content");
        json.writeNumberProperty("size", size(text, bytes));
        json.writeStringProperty("mimeType", type);
        json.writeStringProperty("text", bytes.orElse(text));
        if (bytes.isPresent()) {
            json.writeStringProperty("encoding", "base64");
        }
        comment(json, response.filter(Response::bodyTruncated).isPresent());
        json.writeEndObject();
    }

    private static int size(String text, Optional<String> base64) {
        return base64.map(bytes -> bytes.length() / 4 * 3 - (bytes.endsWith("==") ? 2 : bytes.endsWith("=") ? 1 : 0))
                .orElseGet(() -> text.getBytes(StandardCharsets.UTF_8).length);
    }

    private static void comment(JsonGenerator json, boolean truncated) {
        if (truncated) {
            json.writeStringProperty("comment", "not the whole body");
        }
    }

    /** Returns it as text; empty where it is none. */
    private static Optional<String> text(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String header(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    private static void headers(JsonGenerator json, List<Header> headers) {
        json.writeArrayPropertyStart("headers");
        headers.forEach(header -> pair(json, header.name(), header.value()));
        json.writeEndArray();
    }

    private static void pair(JsonGenerator json, String name, String value) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("value", value);
        json.writeEndObject();
    }

    private static void empty(JsonGenerator json, String array) {
        json.writeArrayPropertyStart(array);
        json.writeEndArray();
    }

    /** The format counts the handshake of TLS as a part of connecting, and has -1 for what did not take place. */
    private static void timings(JsonGenerator json, Map<String, BigDecimal> timings) {
        BigDecimal tls = millis(timings, "tls");
        json.writeObjectPropertyStart("timings");
        json.writeNumberProperty("blocked", NONE);
        json.writeNumberProperty("dns", NONE);
        json.writeNumberProperty("connect", millis(timings, "connect").add(tls));
        json.writeNumberProperty("ssl", tls.signum() > 0 ? tls : NONE);
        json.writeNumberProperty("send", millis(timings, "write"));
        json.writeNumberProperty("wait", millis(timings, "answer"));
        json.writeNumberProperty("receive", millis(timings, "read"));
        json.writeEndObject();
    }

    private static BigDecimal millis(Map<String, BigDecimal> timings, String phase) {
        return timings.getOrDefault(phase, BigDecimal.ZERO);
    }
}
