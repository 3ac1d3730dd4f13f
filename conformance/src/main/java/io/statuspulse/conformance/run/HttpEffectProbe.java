package io.statuspulse.conformance.run;

import java.net.URI;
import java.time.Duration;

/** Reads effects by GET from a URL that holds {@code {event_id}}: a number, {@code {"count": n}}, or 404 for none. */
public final class HttpEffectProbe implements EffectProbe {
    private static final String PLACEHOLDER = "{event_id}";

    private final String template;
    private final JsonOverHttp http;

    /**
     * Takes a template such as {@code http://127.0.0.1:9000/effects/{event_id}}.
     *
     * @throws IllegalArgumentException if it lacks the placeholder or is no http(s) URL
     */
    public HttpEffectProbe(String template, Duration timeout) {
        this.template = template;
        this.http = JsonOverHttp.of("effects", timeout, "a number or {\"count\": n}");
        http.check(template, PLACEHOLDER);
    }

    @Override
    public int timesProcessed(String eventId) {
        URI url = http.url(template, PLACEHOLDER, eventId);
        return http.ask(url, "").map(json -> http.count(url, json)).orElse(0);
    }
}
