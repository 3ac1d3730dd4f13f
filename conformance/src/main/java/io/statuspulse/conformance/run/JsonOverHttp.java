package io.statuspulse.conformance.run;

import io.statuspulse.conformance.run.EffectProbe.UnreadableEffectsException;
import io.statuspulse.simulator.delivery.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a user's own endpoint for JSON.
 *
 * @param what what is asked for, for messages
 * @param timeoutMillis for connecting, and for the answer
 * @param expected what a right answer is, for messages
 */
record JsonOverHttp(String what, int timeoutMillis, String expected) {
    private static final ObjectMapper JSON = JsonMapper.shared();
    private static final int MOST_BYTES = 65_536;
    private static final int MOST_PORT = 65_535;

    static JsonOverHttp of(String what, Duration timeout, String expected) {
        return new JsonOverHttp(what, Math.toIntExact(timeout.toMillis()), expected);
    }

    /**
     * Checks a template before it is needed.
     *
     * @throws IllegalArgumentException if it lacks the placeholder or is no http(s) URL
     */
    void check(String template, String placeholder) {
        if (!template.contains(placeholder)) {
            throw new IllegalArgumentException(what + ": '" + shown(template) + "' lacks " + placeholder
                    + "; expected e.g. http://127.0.0.1:9000/" + what + "/" + placeholder);
        }
        url(template, placeholder, "any_0");
    }

    /**
     * Fills a template in.
     *
     * @throws IllegalArgumentException if it is then no http or https URL with a host
     */
    URI url(String template, String placeholder, String value) {
        return url(template, template.replace(placeholder, URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }

    /**
     * Reads a URL.
     *
     * @param given as the user wrote it, for messages
     * @throws IllegalArgumentException if {@code url} is no http or https URL with a host
     */
    URI url(String given, String url) {
        try {
            URI uri = new URI(url);
            if (uri.getScheme() == null || uri.getHost() == null) {
                throw new IllegalArgumentException(what + ": '" + shown(given) + "' has no scheme or no host");
            }
            if (!uri.getScheme().matches("(?i)https?")) {
                throw new IllegalArgumentException(what + ": '" + shown(given) + "' is no http or https URL");
            }
            if (uri.getPort() > MOST_PORT) {
                throw new IllegalArgumentException(what + ": '" + shown(given) + "' has port " + uri.getPort()
                        + ", at most " + MOST_PORT + " is one");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(what + ": '" + shown(given) + "' is no URL (" + e.getReason() + ")", e);
        }
    }

    private static String shown(String given) {
        return Printable.decoded(given);
    }

    /**
     * Returns what the URL answers to a GET, or, with a body, to a POST of that; empty for 404.
     *
     * @throws UnreadableEffectsException if it cannot be read
     */
    Optional<JsonNode> ask(URI url, String body) {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout(timeoutMillis);
            connection.setReadTimeout(timeoutMillis);
            connection.setInstanceFollowRedirects(false);
            if (!body.isEmpty()) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body.getBytes(StandardCharsets.UTF_8));
                }
            }
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_NOT_FOUND) {
                return Optional.empty();
            }
            if (status != HttpURLConnection.HTTP_OK) {
                throw new UnreadableEffectsException(
                        what + ": " + url + " answered " + status + "; expected 200 with " + expected + ", or 404");
            }
            try (InputStream in = connection.getInputStream()) {
                return Optional.of(parse(url, new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UnreadableEffectsException(what + ": " + url + " cannot be read: " + e.getMessage(), e);
        }
    }

    JsonNode parse(URI url, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw unreadable(url, text, e);
        }
    }

    /** What is thrown for an answer that is something else than expected. */
    UnreadableEffectsException unreadable(URI url, String text, @Nullable Throwable cause) {
        String excerpt = Printable.of(text.substring(0, Math.min(60, text.length())));
        String message = what + ": " + url + " answered '" + excerpt + "'; expected " + expected;
        return cause == null ? new UnreadableEffectsException(message) : new UnreadableEffectsException(message, cause);
    }

    /** Returns a count from a number or from {@code {"count": n}}. */
    int count(URI url, JsonNode json) {
        JsonNode number = json.isObject() ? json.path("count") : json;
        if (number.isIntegralNumber() && number.canConvertToInt() && number.intValue() >= 0) {
            return number.intValue();
        }
        throw unreadable(url, json.toString(), null);
    }
}
