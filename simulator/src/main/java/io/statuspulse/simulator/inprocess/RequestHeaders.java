package io.statuspulse.simulator.inprocess;

import io.statuspulse.simulator.delivery.HeaderLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request's headers as a server hands them on: names as they were sent, values one char for each byte (ISO-8859-1) and
 * without the white space around them (RFC 9110, 5.5).
 *
 * @param lines the header lines in order
 */
public record RequestHeaders(List<HeaderLine> lines) {

    /** Takes the white space off the values. */
    public RequestHeaders {
        lines = lines.stream()
                .map(line -> new HeaderLine(line.name(), trimmed(line.value())))
                .toList();
    }

    /** Returns the value of the first line of that name, whatever its case; empty where there is none. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Returns the values of all lines of that name, whatever its case, in order. */
    public List<String> all(String name) {
        return lines.stream()
                .filter(line -> line.is(name))
                .map(HeaderLine::value)
                .toList();
    }

    /**
     * Returns the values by name, in order, for verifiers that take a map. Names are spelt as they were sent, and the map
     * tells cases apart as most maps do; lines whose names differ in case only are under the first spelling.
     */
    public Map<String, List<String>> asMap() {
        Map<String, String> spellings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, List<String>> map = new LinkedHashMap<>();
        for (HeaderLine line : lines) {
            String name = spellings.computeIfAbsent(line.name(), spelling -> spelling);
            map.computeIfAbsent(name, any -> new ArrayList<>()).add(line.value());
        }
        map.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(map);
    }

    /** As {@link #asMap}, with one value for each name: several are joined by a comma and a space (RFC 9110, 5.3). */
    public Map<String, String> asJoinedMap() {
        Map<String, String> joined = new LinkedHashMap<>();
        asMap().forEach((name, values) -> joined.put(name, String.join(", ", values)));
        return Collections.unmodifiableMap(joined);
    }

    private static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isBlank(value.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
