package io.statuspulse.conformance.vectors;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.HeaderLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What a verifier gets: header lines in order, values one char for each byte, and the raw body.
 */
record Request(List<HeaderLine> headers, Bytes body) {
    private static final String SIGNATURE = Setting.SCHEME.signatureHeader();
    private static final String TIMESTAMP = Setting.SCHEME.timestampHeader();

    Request {
        headers = List.copyOf(headers);
    }

    String signature() {
        return values(SIGNATURE).get(0);
    }

    String timestamp() {
        return values(TIMESTAMP).get(0);
    }

    List<String> signatures() {
        return values(SIGNATURE);
    }

    List<String> timestamps() {
        return values(TIMESTAMP);
    }

    Request withSignature(String value) {
        return with(SIGNATURE, value);
    }

    Request withTimestamp(String value) {
        return with(TIMESTAMP, value);
    }

    Request withBody(Bytes other) {
        return new Request(headers, other);
    }

    /** Spells the names of the two headers so. */
    Request named(String timestamp, String signature) {
        return new Request(
                headers.stream()
                        .map(line -> new HeaderLine(line.is(SIGNATURE) ? signature : timestamp, line.value()))
                        .toList(),
                body);
    }

    Request plus(String name, String value) {
        List<HeaderLine> more = new ArrayList<>(headers);
        more.add(new HeaderLine(name, value));
        return new Request(more, body);
    }

    Request first(String name, String value) {
        List<HeaderLine> more = new ArrayList<>(headers);
        more.add(0, new HeaderLine(name, value));
        return new Request(more, body);
    }

    private Request with(String name, String value) {
        return new Request(
                headers.stream()
                        .map(line -> line.is(name) ? new HeaderLine(line.name(), value) : line)
                        .toList(),
                body);
    }

    private List<String> values(String name) {
        return headers.stream()
                .filter(line -> line.is(name))
                .map(HeaderLine::value)
                .toList();
    }
}
