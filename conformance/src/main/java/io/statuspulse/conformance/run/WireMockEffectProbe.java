package io.statuspulse.conformance.run;

import java.net.URI;
import java.time.Duration;

/**
 * Reads effects from a WireMock server that stands for what the receiver calls downstream: how many of the requests in
 * its journal hold the event's id, in the body or in the URL.
 *
 * <p>Needs no WireMock on the class path: it asks the server's admin API ({@code POST /__admin/requests/count}).
 */
public final class WireMockEffectProbe implements EffectProbe {
    private final URI counter;
    private final JsonOverHttp http;

    /**
     * Takes the server's base URL, such as {@code http://127.0.0.1:9000}.
     *
     * @throws IllegalArgumentException if it is no http(s) URL
     */
    public WireMockEffectProbe(String base, Duration timeout) {
        this.http = JsonOverHttp.of("effects", timeout, "WireMock's {\"count\": n}");
        String url = base.replaceFirst("/+$", "") + "/__admin/requests/count";
        this.counter = http.url(url, url);
    }

    @Override
    public int timesProcessed(String eventId) {
        // One call downstream may name the event in both places, and is one call.
        int inBody = count("{\"method\":\"ANY\",\"bodyPatterns\":[{\"contains\":\"" + eventId + "\"}]}");
        return inBody > 0 ? inBody : count("{\"method\":\"ANY\",\"urlPattern\":\".*" + eventId + ".*\"}");
    }

    private int count(String pattern) {
        return http.ask(counter, pattern)
                .map(json -> http.count(counter, json))
                .orElseThrow(() -> new UnreadableEffectsException(
                        "effects: " + counter + " answered 404; expected the admin API of a WireMock server"));
    }
}
