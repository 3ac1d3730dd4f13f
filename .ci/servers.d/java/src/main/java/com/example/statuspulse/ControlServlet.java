package com.example.statuspulse;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets the suite look inside, and rotate. Nothing of it belongs into a service. */
final class ControlServlet extends HttpServlet {
    private static final JsonMapper JSON = new JsonMapper();

    private final transient Inside inside;
    private final transient WebhookServlet webhook;

    ControlServlet(Inside inside, WebhookServlet webhook) {
        this.inside = inside;
        this.webhook = webhook;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] path = (request.getRequestURI() + "//").split("/", -1);
        switch (request.getMethod() + " " + path[1]) {
            case "GET effects" -> write(response, Optional.of(Map.of("count", inside.effects(path[2]))));
            case "GET state" -> write(response, inside.state(path[2]).map(status -> Map.of("status", status)));
            case "PUT failures" -> {
                inside.failNext(path[2]);
                response.setStatus(204);
            }
            case "PUT secrets" -> {
                JsonNode secrets = JSON.readTree(request.getInputStream());
                webhook.rotate(Stream.of("current", "previous")
                        .map(secrets::path)
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .toList());
                response.setStatus(204);
            }
            default -> response.setStatus(404);
        }
    }

    private static void write(HttpServletResponse response, Optional<?> value) throws IOException {
        response.setStatus(value.isPresent() ? 200 : 404);
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(value.orElse(null)));
    }
}
