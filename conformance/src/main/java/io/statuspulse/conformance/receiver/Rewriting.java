package io.statuspulse.conformance.receiver;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON read and written anew in the ways of several languages; what cannot be read stays as it is. */
final class Rewriting {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper ASCII = Json.LENIENT
            .rebuild()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();
    private static final JsonMapper PHP =
            ASCII.rebuild().enable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES).build();
    private static final double LARGEST_PLAIN = 1e21;

    private Rewriting() {}

    static byte[] compact(byte[] body) {
        return rewritten(body, Json.LENIENT, n -> n);
    }

    static byte[] ascii(byte[] body) {
        return rewritten(body, ASCII, n -> n);
    }

    static byte[] php(byte[] body) {
        return rewritten(body, PHP, n -> n);
    }

    static byte[] javaScript(byte[] body) {
        return rewritten(body, Json.LENIENT, n -> withNumbers(n, Rewriting::asDouble));
    }

    static byte[] knownFields(byte[] body) {
        return rewritten(body, Json.LENIENT, n -> n instanceof ObjectNode object ? known(object) : n);
    }

    /** The known fields, but of duplicate ones the first: what a streaming reader that stops looking sees. */
    static byte[] firstKnownFields(byte[] body) {
        try {
            ObjectNode first = NODES.objectNode();
            try (JsonParser parser = Json.LENIENT.createParser(body)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return body;
                }
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    JsonNode value = parser.readValueAsTree();
                    first.putIfAbsent(name, value);
                }
            }
            return Json.LENIENT.writeValueAsBytes(known(first));
        } catch (JacksonException | NumberFormatException e) {
            return body;
        }
    }

    private static byte[] rewritten(byte[] body, JsonMapper writer, UnaryOperator<JsonNode> change) {
        try {
            JsonNode tree = Json.LENIENT.readTree(body);
            return tree.isMissingNode() ? body : writer.writeValueAsBytes(change.apply(tree));
        } catch (JacksonException | NumberFormatException e) {
            return body;
        }
    }

    private static ObjectNode known(ObjectNode event) {
        ObjectNode ordered = NODES.objectNode();
        EventRules.RECEIVED.fields().keySet().forEach(name -> {
            JsonNode value = event.get(name);
            if (value != null) {
                ordered.set(name, value);
            }
        });
        return ordered;
    }

    private static JsonNode withNumbers(JsonNode node, UnaryOperator<JsonNode> change) {
        if (node instanceof ObjectNode object) {
            ObjectNode changed = NODES.objectNode();
            object.properties().forEach(e -> changed.set(e.getKey(), withNumbers(e.getValue(), change)));
            return changed;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode changed = NODES.arrayNode();
            array.forEach(e -> changed.add(withNumbers(e, change)));
            return changed;
        }
        return node.isNumber() ? change.apply(node) : node;
    }

    private static JsonNode asDouble(JsonNode number) {
        double value = number.decimalValue().doubleValue();
        if (Double.isInfinite(value)) {
            return NODES.nullNode();
        }
        boolean plain = value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN;
        return plain
                ? NODES.numberNode(new BigDecimal(Double.toString(value)).toBigIntegerExact())
                : NODES.numberNode(value);
    }
}
