package io.statuspulse.simulator.delivery;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** In which parts two deliveries differ. */
final class Difference {
    private Difference() {}

    /**
     * Returns {@code request-line}, {@code body}, {@code event-id}, the names of headers whose lines differ in lower case,
     * {@code header-names} where only their spelling does, and {@code order} where only the headers' order does.
     */
    static Set<String> between(Delivery one, Delivery other) {
        Set<String> parts = new TreeSet<>();
        if (!one.requestLine().equals(other.requestLine())) {
            parts.add("request-line");
        }
        if (!one.body().equals(other.body())) {
            parts.add("body");
        }
        if (!one.eventId().equals(other.eventId())) {
            parts.add("event-id");
        }
        Stream.concat(one.headers().stream(), other.headers().stream())
                .map(line -> line.name().toLowerCase(Locale.ROOT))
                .filter(name -> !Composing.headers(one, name).equals(Composing.headers(other, name)))
                .forEach(parts::add);
        if (parts.isEmpty() && !one.headers().equals(other.headers())) {
            boolean spelling = names(one).equals(names(other));
            parts.add(spelling ? "header-names" : "order");
        }
        return parts;
    }

    private static java.util.List<String> names(Delivery delivery) {
        return delivery.headers().stream()
                .map(line -> line.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
