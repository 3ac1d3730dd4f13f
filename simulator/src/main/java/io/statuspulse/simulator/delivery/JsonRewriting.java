package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.event.JsonText;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a library writes JSON that it has parsed.
 *
 * @param space what stands behind colons and commas
 * @param sorted whether names come in order
 * @param ascii whether everything else is escaped
 * @param slashes whether slashes are escaped
 * @param shortNumbers whether 1.0 becomes 1
 */
record JsonRewriting(String space, boolean sorted, boolean ascii, boolean slashes, boolean shortNumbers) {
    static final JsonRewriting COMPACT = new JsonRewriting("", false, false, false, true);
    static final JsonRewriting SPACED = new JsonRewriting(" ", false, true, false, false);
    static final JsonRewriting SORTED = new JsonRewriting("", true, false, false, true);
    static final JsonRewriting SLASHES_ESCAPED = new JsonRewriting("", false, true, true, false);

    Bytes apply(Bytes body) {
        try {
            return Bytes.utf8(write(JsonMapper.shared().readTree(body.asUtf8())));
        } catch (JacksonException e) {
            throw new NotComposableException("the body is no JSON, so it cannot be parsed and written again");
        }
    }

    private String write(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .sorted(sorted ? Map.Entry.comparingByKey() : Comparator.comparingInt(any -> 0))
                    .map(member -> quote(member.getKey()) + ":" + space + write(member.getValue()))
                    .collect(Collectors.joining("," + space, "{", "}"));
        }
        if (node.isArray()) {
            return node.values().stream().map(this::write).collect(Collectors.joining("," + space, "[", "]"));
        }
        return node.isString() ? quote(node.asString()) : node.isNumber() ? number(node) : node.toString();
    }

    private String number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.toString();
        }
        double value = node.asDouble();
        return shortNumbers ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() : Double.toString(value);
    }

    private String quote(String text) {
        String quoted = JsonText.quote(text);
        String slashed = slashes ? quoted.replace("/", "\\/") : quoted;
        return ascii ? slashed.chars().mapToObj(JsonRewriting::inAscii).collect(Collectors.joining()) : slashed;
    }

    private static String inAscii(int c) {
        String digits = Integer.toHexString(c);
        return c < 0x80 ? String.valueOf((char) c) : "\\u" + "0".repeat(4 - digits.length()) + digits;
    }
}
