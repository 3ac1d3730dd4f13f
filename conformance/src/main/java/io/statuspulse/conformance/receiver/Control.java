package io.statuspulse.conformance.receiver;

import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The paths beside the webhook's by which a test looks into this receiver and steers it.
 *
 * <p>They belong to a receiver that is only ever tested: whoever reaches it may use them, so a receiver for real
 * deliveries must have nothing of the kind.
 */
final class Control {

    static final String EFFECTS = "/effects/";
    static final String STATE = "/state/";
    static final String FAILURES = "/failures/";
    static final String SECRETS = "/secrets";

    private static final int MOST_BYTES = 64 * 1024;

    private final Verification verification;
    private final EventMemory memory;

    Control(Verification verification, EventMemory memory) {
        this.verification = verification;
        this.memory = memory;
    }

    /** Empty if the path is none of these. */
    Optional<Answer> answer(Request head, HttpRules.BodySource source) throws IOException {
        String path = head.path();
        if (path.startsWith(EFFECTS)) {
            return Optional.of(allowing("GET", head, () -> effects(path.substring(EFFECTS.length()))));
        }
        if (path.startsWith(STATE)) {
            return Optional.of(allowing("GET", head, () -> state(path.substring(STATE.length()))));
        }
        if (path.startsWith(FAILURES)) {
            return Optional.of(allowing("PUT", head, () -> fail(path.substring(FAILURES.length()))));
        }
        return path.equals(SECRETS)
                ? Optional.of(allowing("PUT", head, () -> rotate(source.stream().readNBytes(MOST_BYTES))))
                : Optional.empty();
    }

    @FunctionalInterface
    private interface Action {
        Answer run() throws IOException;
    }

    private static Answer allowing(String method, Request head, Action action) throws IOException {
        return head.method().equals(method) ? action.run() : Answer.notAllowed(method);
    }

    private Answer effects(String eventId) {
        return Answer.of(200, "{\"count\":" + memory.effects(eventId) + "}");
    }

    private Answer state(String checkId) {
        return memory.state(checkId)
                .map(status -> Answer.of(200, "{\"status\":" + Json.quoted(status) + "}"))
                .orElseGet(() -> Answer.error(404, "no event of this check was processed"));
    }

    private Answer fail(String eventId) {
        memory.failNext(eventId);
        return Answer.noContent();
    }

    private Answer rotate(byte[] body) {
        try {
            JsonNode wanted = Json.STRICT.readTree(body);
            verification.rotate(secret(wanted, "current").orElse(""), secret(wanted, "previous"));
            return Answer.noContent();
        } catch (JacksonException | IllegalArgumentException e) {
            // Not the exception's words: they may hold what was sent, and that was a secret.
            return Answer.error(400, "wanted: current, a secret, and previous, a secret or null");
        }
    }

    private static Optional<String> secret(JsonNode wanted, String name) {
        JsonNode value = wanted.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new IllegalArgumentException(name + " is no text");
        }
        return Optional.of(value.stringValue());
    }
}
