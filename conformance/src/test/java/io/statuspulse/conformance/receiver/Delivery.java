package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** One request as bytes: a valid delivery, changed step by step. */
final class Delivery {

    private static final AtomicLong NEXT_ID = new AtomicLong(System.nanoTime() & 0xFFFF_FFFFL);

    String method = "POST";
    String target = HttpRules.PATH;
    String secret = Signing.SECRET;
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    byte[] body;
    byte[] signedBody;
    final List<String> headers = new ArrayList<>();
    private String signature = "";
    private final List<String> dropped = new ArrayList<>();

    private Delivery(byte[] body) {
        this.body = body;
        this.signedBody = body;
        headers.add("Host: 127.0.0.1");
        headers.add("Content-Type: application/json");
    }

    static Delivery valid() {
        return of(event(newId()));
    }

    static Delivery of(String body) {
        return new Delivery(body.getBytes(UTF_8));
    }

    static Delivery of(byte[] body) {
        return new Delivery(body);
    }

    /** A valid event, its text changed. */
    static Delivery changed(UnaryOperator<String> change) {
        return of(change.apply(event(newId())));
    }

    static String newId() {
        return String.format(Locale.ROOT, "evt_%012x", NEXT_ID.incrementAndGet());
    }

    static String event(String id) {
        return "{\"event_id\":\"" + id + "\",\"timestamp\":\"2026-05-14T09:32:11Z\",\"event_type\":\"status_change\","
                + "\"check_id\":\"chk_kit_api\",\"endpoint\":\"https://api.example.com/v2/health\","
                + "\"previous_status\":\"operational\",\"current_status\":\"degraded\",\"response_time_ms\":1420,"
                + "\"region\":\"us-east-1\",\"error_code\":503,\"retry_count\":0}";
    }

    String id() {
        String text = new String(signedBody, UTF_8);
        int start = text.indexOf("evt_");
        return text.substring(start, start + 16);
    }

    Delivery secret(String value) {
        secret = value;
        return this;
    }

    Delivery timestamp(String value) {
        timestamp = value;
        return this;
    }

    Delivery aged(long seconds) {
        return timestamp(Long.toString(Instant.now().getEpochSecond() - seconds));
    }

    Delivery method(String value) {
        method = value;
        return this;
    }

    Delivery target(String value) {
        target = value;
        return this;
    }

    /** Sent in place of the right signature. */
    Delivery signature(String value) {
        signature = value.isEmpty() ? " " : value;
        return this;
    }

    Delivery signature(UnaryOperator<String> change) {
        return signature(change.apply(rightSignature()));
    }

    /** Sent with the signature of the body as it was. */
    Delivery tampered(UnaryOperator<String> change) {
        return tamperedBytes(change.apply(new String(body, UTF_8)).getBytes(UTF_8));
    }

    Delivery tamperedBytes(byte[] sent) {
        body = sent;
        return this;
    }

    Delivery header(String line) {
        headers.add(line);
        return this;
    }

    Delivery without(String header) {
        dropped.add(header);
        headers.removeIf(h -> h.regionMatches(true, 0, header + ":", 0, header.length() + 1));
        return this;
    }

    String rightSignature() {
        return Signing.sign(secret, timestamp, signedBody);
    }

    byte[] bytes() {
        return bytes(body, "Content-Length: " + body.length);
    }

    /** With another framing of the body. */
    byte[] bytes(byte[] framed, String framing) {
        List<String> lines = new ArrayList<>(headers);
        if (!dropped.contains("X-StatusPulse-Timestamp")) {
            lines.add("X-StatusPulse-Timestamp: " + timestamp);
        }
        if (!dropped.contains("X-StatusPulse-Signature")) {
            lines.add("X-StatusPulse-Signature: " + (signature.isEmpty() ? rightSignature() : signature));
        }
        lines.add(framing);
        String head = method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", lines) + "\r\n\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(ISO_8859_1));
        all.writeBytes(framed);
        return all.toByteArray();
    }

    byte[] chunked(int size) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int i = 0; i < body.length; i += size) {
            int length = Math.min(size, body.length - i);
            chunks.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
            chunks.write(body, i, length);
            chunks.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        return bytes(chunks.toByteArray(), "Transfer-Encoding: chunked");
    }
}
