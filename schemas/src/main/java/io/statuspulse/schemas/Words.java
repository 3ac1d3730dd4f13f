package io.statuspulse.schemas;

import com.networknt.schema.Error;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong, for people: the field, its value, the bound. */
final class Words {
    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_TEXT = 200;

    // A rejected value came from who knows where: what is printed of it must not steer a terminal.
    private static final JsonMapper PRINTER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Words() {}

    static String of(Error error, String title) {
        String field = field(error.getInstanceLocation().toString());
        return switch (error.getKeyword()) {
            case "required" -> member(error) + " is missing from " + field;
            case "additionalProperties" -> member(error) + " is not a field of " + field;
            default ->
                field + " is " + found(error) + ": " + wanted(error) + (title.isEmpty() ? "" : " (" + title + ")");
        };
    }

    private static String wanted(Error error) {
        JsonNode bound = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "type" -> (bound.isArray() ? all(bound, " or ", JsonNode::asString) : bound.asString()) + " wanted";
            case "const" -> value(bound) + " wanted";
            case "enum" -> "one of " + all(bound, ", ", Words::value) + " wanted";
            case "not" -> "anything but " + value(bound.path("const")) + " wanted";
            case "minimum" -> "at least " + value(bound) + " wanted";
            case "maximum" -> "at most " + value(bound) + " wanted";
            case "minLength" -> "a length of at least " + value(bound) + " wanted";
            case "pattern" -> "it does not match " + bound.asString();
            case "format" -> "it is no valid " + bound.asString();
            default -> error.getMessage();
        };
    }

    static String of(JacksonException e) {
        // The indented lines of a message tell where, with the names of Java classes.
        String what = e.getOriginalMessage()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .limit(2)
                .collect(Collectors.joining(": "));
        return cut(plain(what), LONGEST_TEXT);
    }

    static String at(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String field(String pointer) {
        if (pointer.isEmpty()) {
            return "the document";
        }
        return cut(plain(pointer.substring(1)), LONGEST_TEXT);
    }

    private static String member(Error error) {
        return cut(json(error.getProperty()), LONGEST_VALUE);
    }

    private static String found(Error error) {
        JsonNode node = error.getInstanceNode();
        // "0" is easily misread as a number.
        boolean misread = node.isString() && error.getKeyword().equals("type");
        return misread ? value(node) + " (a string)" : value(node);
    }

    private static String value(JsonNode node) {
        if (node.isContainer()) {
            return node.isObject() ? "an object" : "an array of " + node.size();
        }
        return cut(json(node), LONGEST_VALUE);
    }

    /** JSON lets DEL stand for itself, which a terminal does not. */
    private static String json(Object value) {
        return PRINTER.writeValueAsString(value).replace("\u007f", "\\u007F");
    }

    private static String all(JsonNode nodes, String separator, Function<JsonNode, String> words) {
        return nodes.valueStream().map(words).collect(Collectors.joining(separator));
    }

    private static String plain(String text) {
        return text.chars()
                .mapToObj(c -> c >= ' ' && c <= '~' ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04X", c))
                .collect(Collectors.joining());
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "... (" + text.length() + " characters)";
    }
}
