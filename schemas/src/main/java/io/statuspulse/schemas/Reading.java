package io.statuspulse.schemas;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * A document that was read and judged, for whoever goes on to use what it holds.
 *
 * @param root what it holds; a missing node where it cannot be read
 * @param problems as {@link Schemas#validate(SchemaName, byte[])} returns them
 * @param lines the line on which each value begins, counted from 1, by JSON Pointer (RFC 6901); values nested more than
 *     four levels deep are not among them
 */
public record Reading(JsonNode root, List<Problem> problems, Map<String, Integer> lines) {

    public Reading {
        problems = List.copyOf(problems);
        lines = Map.copyOf(lines);
    }

    /**
     * Returns the line on which the value begins, or else the innermost one around it whose line is known.
     *
     * @param pointer a JSON Pointer
     * @return empty where nothing could be read
     */
    public OptionalInt line(String pointer) {
        String around = pointer;
        while (!lines.containsKey(around)) {
            if (around.isEmpty()) {
                return OptionalInt.empty();
            }
            around = around.substring(0, Math.max(0, around.lastIndexOf('/')));
        }
        return OptionalInt.of(lines.get(around));
    }
}
