package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.Segment;
import java.util.List;

/** Requests as the transport sees them: what they mean does not matter here. */
final class Deliveries {
    static final String POST = "POST /webhook HTTP/1.1";

    private Deliveries() {}

    static Delivery post(String body) {
        return of(POST, List.of(), new Segment.Write(Bytes.latin1(head(POST, body.length()) + body)));
    }

    static Delivery large(int size) {
        byte[] body = new byte[size];
        return of(
                POST, List.of(), new Segment.Write(Bytes.latin1(head(POST, size))), new Segment.Write(Bytes.of(body)));
    }

    static String head(String requestLine, int length) {
        return requestLine + "\r\nHost: 127.0.0.1\r\nContent-Length: " + length + "\r\n\r\n";
    }

    static Segment.Write write(String text) {
        return new Segment.Write(Bytes.latin1(text));
    }

    static Delivery of(String requestLine, List<HeaderLine> headers, Segment... segments) {
        return new Delivery(null, "", requestLine, headers, Bytes.EMPTY, List.of(segments), null);
    }
}
