package io.statuspulse.simulator.inprocess;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Redaction;
import io.statuspulse.simulator.wire.Response;
import java.util.Arrays;
import java.util.Optional;

/** Makes of what a handler did the answer that a server would have sent. */
final class Answers {
    /** As much as is kept of an answer that came over a socket. */
    private static final int KEPT = 64 * 1024;

    private Answers() {}

    static Response response(InProcessResponse answer, InProcessRequest request, Redaction redaction) {
        Bytes body = body(answer, request);
        if (body.size() == 0 && !answer.explanation().isEmpty()) {
            // No sender would see these words, so nothing is revealed by them.
            body = Bytes.utf8(redaction.apply(answer.explanation()));
        }
        boolean truncated = body.size() > KEPT;
        return new Response(answer.status(), "", answer.headers(), truncated ? body.slice(0, KEPT) : body, truncated);
    }

    /** Some answers have no body whatever the code behind the server writes (RFC 9110, 6.4.1). */
    private static Bytes body(InProcessResponse answer, InProcessRequest request) {
        boolean none = request.method().equals("HEAD") || answer.status() == 204 || answer.status() == 304;
        return none ? Bytes.EMPTY : answer.body();
    }

    static InProcessResponse thrown(Throwable thrown) {
        return InProcessResponse.of(500).explained(words(thrown));
    }

    static InProcessResponse nothing() {
        return InProcessResponse.of(500).explained("the handler returned null");
    }

    private static String words(Throwable thrown) {
        String where = origin(thrown).map(frame -> " at " + words(frame)).orElse("");
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return "threw " + thrown.getClass().getName() + where + message;
    }

    private static String words(StackTraceElement frame) {
        return frame.getFileName() == null ? frame.getClassName() : frame.getFileName() + ":" + frame.getLineNumber();
    }

    /** The line that its author knows: the first that is none of the JDK's. */
    private static Optional<StackTraceElement> origin(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java.")
                        && !frame.getClassName().startsWith("javax.")
                        && !frame.getClassName().startsWith("sun.")
                        && !frame.getClassName().startsWith("jdk.")
                        && !frame.getClassName().startsWith("com.sun."))
                .findFirst();
    }
}
