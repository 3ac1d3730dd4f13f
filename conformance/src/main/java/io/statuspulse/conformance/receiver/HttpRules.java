package io.statuspulse.conformance.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The HTTP side: what is refused by its head, and how the body is read. */
class HttpRules {

    static final String PATH = "/webhook/statuspulse";
    static final int BODY_LIMIT = 1 << 20;

    /** A body that is still to be read, and what came after it. */
    interface BodySource {
        InputStream stream() throws IOException;

        Headers trailers();
    }

    Answer answer(Request head, BodySource source, Flow flow) throws IOException {
        Optional<Answer> refused = refuse(head);
        if (refused.isPresent()) {
            return refused.get();
        }
        byte[] body = read(source.stream());
        if (body.length > limit()) {
            return tooLarge();
        }
        return flow.handle(head.withBody(asRead(body), source.trailers()));
    }

    Optional<Answer> refuse(Request head) {
        if (!routed(head.path())) {
            return Optional.of(Answer.error(404, "not found"));
        }
        if (!allowed(head.method())) {
            return Optional.of(Answer.notAllowed("POST"));
        }
        if (!isJson(head)) {
            return Optional.of(Answer.error(415, "unsupported media type"));
        }
        return declaredLength(head) > limit() ? Optional.of(tooLarge()) : Optional.empty();
    }

    boolean routed(String path) {
        return path.equals(PATH);
    }

    boolean allowed(String method) {
        return method.equals("POST");
    }

    boolean isJson(Request head) {
        return head.headers().first("Content-Type").isEmpty()
                || head.mediaType().equals("application/json");
    }

    int limit() {
        return BODY_LIMIT;
    }

    Answer tooLarge() {
        return Answer.error(413, "body too large");
    }

    byte[] read(InputStream stream) throws IOException {
        return stream.readNBytes(limit() + 1);
    }

    /** The body as the other steps get it; the correct receiver changes nothing. */
    byte[] asRead(byte[] body) {
        return body;
    }

    boolean wantsRawHead() {
        return false;
    }

    private static long declaredLength(Request head) {
        // The server has already refused lengths that are not numbers; more digits than these are too many anyway.
        return head.headers()
                .first("Content-Length")
                .map(v -> v.length() > 18 ? Long.MAX_VALUE : Long.parseLong(v))
                .orElse(0L);
    }
}
