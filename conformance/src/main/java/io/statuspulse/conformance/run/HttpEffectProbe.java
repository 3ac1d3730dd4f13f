package io.statuspulse.conformance.run;

import io.statuspulse.simulator.delivery.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads effects by GET from a URL that holds {@code {event_id}}: a number, {@code {"count": n}}, or 404 for none. */
public final class HttpEffectProbe implements EffectProbe {
    private static final String PLACEHOLDER = "{event_id}";
    private static final ObjectMapper JSON = JsonMapper.shared();
    private static final int MOST_BYTES = 65_536;

    private final String template;
    private final int timeoutMillis;

    /**
     * Takes a template such as {@code http://127.0.0.1:9000/effects/{event_id}}.
     *
     * @throws IllegalArgumentException if it lacks the placeholder or is no http(s) URL
     */
    public HttpEffectProbe(String template, Duration timeout) {
        if (!template.contains(PLACEHOLDER)) {
            throw new IllegalArgumentException("effects: '" + template + "' lacks " + PLACEHOLDER
                    + "; expected e.g. http://127.0.0.1:9000/effects/" + PLACEHOLDER);
        }
        this.template = template;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
        if (!url("evt_0").getScheme().startsWith("http")) {
            throw new IllegalArgumentException("effects: '" + template + "' is no http or https URL");
        }
    }

    private URI url(String eventId) {
        try {
            URI uri = new URI(template.replace(PLACEHOLDER, URLEncoder.encode(eventId, StandardCharsets.UTF_8)));
            if (uri.getScheme() == null || uri.getHost() == null) {
                throw new IllegalArgumentException("effects: '" + template + "' has no scheme or no host");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("effects: '" + template + "' is no URL (" + e.getReason() + ")", e);
        }
    }

    @Override
    public int timesProcessed(String eventId) {
        URI url = url(eventId);
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout(timeoutMillis);
            connection.setReadTimeout(timeoutMillis);
            connection.setInstanceFollowRedirects(false);
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_NOT_FOUND) {
                return 0;
            }
            if (status != HttpURLConnection.HTTP_OK) {
                throw new UnreadableEffectsException("effects: " + url + " answered " + status
                        + "; expected 200 with a number or {\"count\": n}, or 404");
            }
            try (InputStream in = connection.getInputStream()) {
                return count(url, new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UnreadableEffectsException("effects: " + url + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static int count(URI url, String text) {
        try {
            JsonNode json = JSON.readTree(text);
            JsonNode number = json.isObject() ? json.path("count") : json;
            if (number.isIntegralNumber() && number.canConvertToInt() && number.intValue() >= 0) {
                return number.intValue();
            }
        } catch (JacksonException e) {
            throw unreadable(url, text, e);
        }
        throw unreadable(url, text, null);
    }

    private static UnreadableEffectsException unreadable(URI url, String text, @Nullable Throwable cause) {
        String excerpt = Printable.of(text.substring(0, Math.min(60, text.length())));
        String message = "effects: " + url + " answered '" + excerpt + "'; expected a number or {\"count\": n}";
        return cause == null ? new UnreadableEffectsException(message) : new UnreadableEffectsException(message, cause);
    }
}
