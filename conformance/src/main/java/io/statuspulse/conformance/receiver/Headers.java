package io.statuspulse.conformance.receiver;

import java.util.List;
import java.util.Optional;

/** A request's headers (or trailers) in order, their names as spelt. */
record Headers(List<Line> lines) {

    static final String SIGNATURE = "X-StatusPulse-Signature";
    static final String TIMESTAMP = "X-StatusPulse-Timestamp";
    static final Headers NONE = new Headers(List.of());

    /** One value; the name as spelt in the first line that has it. */
    record Line(String name, String value) {}

    List<String> values(String name) {
        return lines.stream()
                .filter(l -> l.name().equalsIgnoreCase(name))
                .map(Line::value)
                .toList();
    }

    Optional<String> first(String name) {
        return values(name).stream().findFirst();
    }
}
