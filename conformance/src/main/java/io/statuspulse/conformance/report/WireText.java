package io.statuspulse.conformance.report;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.Printable;
import io.statuspulse.simulator.delivery.Segment;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import io.statuspulse.simulator.wire.Response;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Collectors;

/** Deliveries and answers for people: every byte shown, none run by the terminal, nothing confidential. */
public final class WireText {
    private static final int MOST_CHARS = 16_384;

    private WireText() {}

    /** Returns the request as it goes onto the wire, each line behind {@code "> "}. */
    public static String of(Delivery delivery) {
        String request = delivery.redaction().apply(onTheWire(delivery)).asLatin1();
        String timing = delivery.segments().stream()
                .filter(segment -> !(segment instanceof Segment.Write))
                .map(Segment::toString)
                .distinct()
                .collect(Collectors.joining(", "));
        long writes = delivery.segments().stream()
                .filter(Segment.Write.class::isInstance)
                .count();
        String note = writes > 1 || !timing.isEmpty()
                ? "* in " + writes + " segments" + (timing.isEmpty() ? "" : ", with " + timing) + "\n"
                : "";
        return lines("> ", request) + note;
    }

    /** Returns the answer, as far as one came, each line behind {@code "< "}. */
    public static String ofAnswer(Exchange exchange) {
        return exchange.response()
                .map(response -> lines("< ", exchange.delivery().redaction().apply(text(response))))
                .orElse("");
    }

    /** Returns e.g. {@code evt_0123456789ab: 200 OK in 1.4 ms}. */
    public static String summary(Exchange exchange) {
        String answer = exchange.response()
                .map(r -> (r.status() + " " + r.reason()).strip())
                .orElse("");
        String failure = exchange.failure().map(Failure::words).orElse("");
        String both = answer.isEmpty() || failure.isEmpty() ? answer + failure : answer + ", then " + failure;
        long tenths = exchange.timings().total().toNanos() / 100_000;
        return name(exchange.delivery()) + ": "
                + Printable.decoded(exchange.delivery().redaction().apply(both))
                + " in " + tenths / 10 + "." + tenths % 10 + " ms";
    }

    /** Returns the event's id, or what stands for it where the body has none. */
    public static String name(Delivery delivery) {
        return delivery.eventId().isEmpty()
                ? "(no event_id)"
                : Printable.decoded(delivery.redaction().apply(delivery.eventId()));
    }

    private static Bytes onTheWire(Delivery delivery) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Segment segment : delivery.segments()) {
            if (segment instanceof Segment.Write write) {
                all.writeBytes(write.content().toArray());
            }
        }
        return Bytes.of(all.toByteArray());
    }

    private static String text(Response response) {
        List<HeaderLine> headers = response.headers();
        return "HTTP " + response.status() + " " + response.reason() + "\n"
                + headers.stream().map(h -> h.name() + ": " + h.value() + "\n").collect(Collectors.joining())
                + "\n"
                + response.body().asLatin1();
    }

    private static String lines(String mark, String text) {
        String shown = text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
        String rest = text.length() <= MOST_CHARS ? "" : "* and " + (text.length() - MOST_CHARS) + " bytes more\n";
        return shown.lines().map(line -> mark + Printable.of(line) + "\n").collect(Collectors.joining()) + rest;
    }
}
