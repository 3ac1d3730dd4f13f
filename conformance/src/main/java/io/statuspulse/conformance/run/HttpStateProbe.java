package io.statuspulse.conformance.run;

import io.statuspulse.conformance.run.Hooks.StateProbe;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the state of a check by GET from a URL that holds {@code {check_id}}: {@code {"status": "degraded"}}, or 404. */
public final class HttpStateProbe implements StateProbe {
    private static final String PLACEHOLDER = "{check_id}";

    private final String template;
    private final JsonOverHttp http;

    /**
     * Takes a template such as {@code http://127.0.0.1:9000/state/{check_id}}.
     *
     * @throws IllegalArgumentException if it lacks the placeholder or is no http(s) URL
     */
    public HttpStateProbe(String template, Duration timeout) {
        this.template = template;
        this.http = JsonOverHttp.of("state", timeout, "a text or {\"status\": \"…\"}");
        http.check(template, PLACEHOLDER);
    }

    @Override
    public Optional<String> status(String checkId) {
        URI url = http.url(template, PLACEHOLDER, checkId);
        return http.ask(url, "").map(json -> status(url, json));
    }

    String status(URI url, JsonNode json) {
        JsonNode status = json.isObject() ? json.path("status") : json;
        if (!status.isString()) {
            throw http.unreadable(url, json.toString(), null);
        }
        return status.stringValue();
    }
}
