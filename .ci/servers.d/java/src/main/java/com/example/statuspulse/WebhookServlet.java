package com.example.statuspulse;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Receives StatusPulse webhooks in any servlet container. What a simpler version gets wrong is said at its line. */
final class WebhookServlet extends HttpServlet {
    private static final int MOST_BYTES = 1 << 20;

    private final transient Consumer<JsonNode> work;

    // In production a table with event_id as its key, written in the transaction of the work.
    private final transient Map<String, Boolean> processed = new ConcurrentHashMap<>();

    private transient volatile Signatures signatures;

    WebhookServlet(List<String> secrets, Consumer<JsonNode> work) {
        this.work = work;
        this.signatures = new Signatures(secrets, Clock.systemUTC());
    }

    void rotate(List<String> secrets) {
        signatures = new Signatures(secrets, Clock.systemUTC());
    }

    /** Not doPost: HttpServlet on its own answers OPTIONS with 200, and TRACE with what it was sent. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = handle(request);
        if (status == 405) {
            response.setHeader("Allow", "POST");
        }
        response.setStatus(status); // sendError would answer with the container's page.
        response.setContentType("application/json");
        response.getOutputStream().print("{}");
    }

    private int handle(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return 405;
        }
        if (!isJson(request.getHeader("Content-Type"))) { // getContentType throws on Jetty where the charset is unknown.
            return 415;
        }
        if (request.getContentLengthLong() > MOST_BYTES) {
            return 413;
        }
        byte[] body;
        try (ServletInputStream stream = request.getInputStream()) { // Not getReader(), which decodes.
            body = stream.readNBytes(MOST_BYTES + 1); // Unsigned so far: anybody's, of any size.
        } catch (IOException | RuntimeException e) {
            return 400; // It broke off, or its framing is wrong: containers throw either.
        }
        if (body.length > MOST_BYTES) {
            return 413;
        }
        // Verified before it is parsed or remembered; one answer for every cause, so that it helps nobody who guesses.
        if (!signatures.hold(
                headers(request, "X-StatusPulse-Timestamp"), headers(request, "X-StatusPulse-Signature"), body)) {
            return 401;
        }
        Optional<JsonNode> event = Events.read(body);
        if (event.isEmpty()) {
            return 422; // A 5xx would be retried for hours.
        }
        try {
            // Atomic: of copies that arrive together one does the work, and the others wait for it.
            // If it throws nothing is remembered, and the next attempt does it.
            processed.computeIfAbsent(event.get().path("event_id").stringValue(), id -> {
                work.accept(event.get());
                return true;
            });
        } catch (RuntimeException e) {
            return 503;
        }
        return 200;
    }

    /** All values: getHeader would take the first of two, which somebody may have put there. */
    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

    /** Media types are compared without parameters and without regard to case. */
    private static boolean isJson(String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }
}
