package io.statuspulse.conformance.run;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads effects from a WireMock server that stands for what the receiver calls downstream: how many of the requests in
 * its journal hold the event's id, in the body or in the URL. An id that goes on with a letter or a digit is another one.
 *
 * <p>Needs no WireMock on the class path: it asks the server's admin API ({@code POST /__admin/requests/count}). The journal
 * must be kept for the whole run: where it is disabled, or has lost the first request that was found in it (it was reset, or
 * it is bounded and full), effects cannot be read.
 */
public final class WireMockEffectProbe implements EffectProbe {
    private static final ObjectMapper JSON = JsonMapper.shared();

    private final URI counter;
    private final JsonOverHttp http;
    private final AtomicReference<@Nullable Found> first = new AtomicReference<>();

    /** What was found once and has to stay: the oldest of this run, so that it is the first that a full journal drops. */
    private record Found(String pattern, int times) {}

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

    /**
     * {@inheritDoc}
     *
     * @throws UnreadableEffectsException if the server does not answer as WireMock does, or its journal is disabled or lost
     *     requests
     */
    @Override
    public int timesProcessed(String eventId) {
        String id = ".*" + Pattern.quote(eventId) + "(?![0-9A-Za-z]).*";
        Map<String, ?> inBody = Map.of("bodyPatterns", List.of(Map.of("matches", "(?s)" + id)));
        Map<String, ?> inUrl = Map.of("urlPattern", id);
        // One call downstream may name the event in both places, and is one call.
        int bodies = count(pattern(inBody));
        int urls = count(pattern(inUrl));
        int both = bodies > 0 && urls > 0 ? count(pattern(inBody, inUrl)) : 0;
        requireWhole(bodies > 0 ? new Found(pattern(inBody), bodies) : new Found(pattern(inUrl), urls));
        return bodies + urls - both;
    }

    /** Checks that the journal still has what it had, as otherwise fewer would be counted than there were. */
    private void requireWhole(Found now) {
        if (now.times() > 0 && first.compareAndSet(null, now)) {
            return;
        }
        Found kept = first.get();
        if (kept != null && count(kept.pattern()) < kept.times()) {
            throw new UnreadableEffectsException(
                    "effects: the journal behind " + counter + " lost requests that it had;"
                            + " expected one that is neither reset during the run nor bounded below it");
        }
    }

    @SafeVarargs
    private static String pattern(Map<String, ?>... parts) {
        Map<String, Object> joined = new TreeMap<>(Map.of("method", "ANY"));
        for (Map<String, ?> part : parts) {
            joined.putAll(part);
        }
        return JSON.writeValueAsString(joined);
    }

    private int count(String pattern) {
        return http.ask(counter, pattern)
                .map(json -> http.count(counter, json))
                .orElseThrow(() -> new UnreadableEffectsException(
                        "effects: " + counter + " answered 404; expected the admin API of a WireMock server"));
    }
}
