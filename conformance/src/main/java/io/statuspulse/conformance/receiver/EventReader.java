package io.statuspulse.conformance.receiver;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From bytes to an event: strict UTF-8, one JSON object, the contract's fields (REQ-PAY-1, 3, 6). */
class EventReader {

    private final EventRules rules;

    EventReader() {
        this(EventRules.RECEIVED);
    }

    EventReader(EventRules rules) {
        this.rules = rules;
    }

    ObjectNode read(byte[] body) {
        ObjectNode event = object(tree(text(body)));
        check(event);
        return event;
    }

    String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed(e, "body is not UTF-8");
        }
    }

    JsonNode tree(String text) {
        try {
            return Json.STRICT.readTree(text);
        } catch (JacksonException | NumberFormatException e) {
            throw malformed(e, "body is not JSON");
        }
    }

    ObjectNode object(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new Refusal(400, "body is not a JSON object");
    }

    void check(ObjectNode event) {
        rules.fields().forEach((name, rule) -> {
            JsonNode value = event.get(name);
            if (value == null) {
                throw missing(name);
            } else if (!rule.test(value)) {
                throw broken(name, value);
            }
        });
    }

    RuntimeException missing(String name) {
        return new Refusal(422, name + " is missing");
    }

    RuntimeException broken(String name, JsonNode value) {
        return new Refusal(422, name + " is not valid");
    }

    RuntimeException malformed(Exception cause, String words) {
        return new Refusal(400, words);
    }
}
