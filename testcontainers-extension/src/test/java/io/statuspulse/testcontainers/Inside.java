package io.statuspulse.testcontainers;

import io.statuspulse.conformance.run.Hooks.FailureHook;
import io.statuspulse.conformance.run.Hooks.RotationHook;
import io.statuspulse.conformance.run.HttpEffectProbe;
import io.statuspulse.conformance.run.HttpStateProbe;
import io.statuspulse.conformance.start.RunningReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** What the receiver of {@link Images} tells tests, and does for them, at the same port. */
record Inside(RunningReceiver receiver) {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    HttpEffectProbe effects() {
        return new HttpEffectProbe(url("/effects/") + "{event_id}", TIMEOUT);
    }

    HttpStateProbe states() {
        return new HttpStateProbe(url("/state/") + "{check_id}", TIMEOUT);
    }

    FailureHook failures() {
        return eventId -> put("/failures/" + eventId, "");
    }

    RotationHook rotation() {
        return (current, previous) -> put("/secrets", secrets(current, previous));
    }

    private static String secrets(String current, Optional<String> previous) {
        String before =
                previous.map(secret -> ",\"previous\":\"" + secret + "\"").orElse("");
        return "{\"current\":\"" + current + "\"" + before + "}";
    }

    private URI url(String path) {
        return receiver.url().resolve(path);
    }

    private void put(String path, String body) {
        try {
            HttpURLConnection connection = (HttpURLConnection) url(path).toURL().openConnection();
            connection.setRequestMethod("PUT");
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            if (connection.getResponseCode() != 200) {
                throw new IOException(path + ": " + connection.getResponseCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
