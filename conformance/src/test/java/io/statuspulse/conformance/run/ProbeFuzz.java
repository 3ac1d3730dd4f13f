package io.statuspulse.conformance.run;

import io.statuspulse.conformance.run.EffectProbe.UnreadableEffectsException;
import io.statuspulse.fuzz.Claim;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A probe's URL is one that can be asked or refused in one line, and its answer a count, a status, or unreadable in one
 * line. First line the URL with its placeholder, then the answer; nobody is asked.
 */
public final class ProbeFuzz {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final JsonOverHttp HTTP = JsonOverHttp.of("effects", TIMEOUT, "a number");
    private static final HttpStateProbe STATES = new HttpStateProbe("http://127.0.0.1:9/{check_id}", TIMEOUT);
    private static final URI ASKED = URI.create("http://127.0.0.1:9/effects/evt_0123456789ab");

    private ProbeFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String[] parts = new String(input, StandardCharsets.UTF_8).split("\n", 2);
        try {
            HTTP.check(parts[0], "{event_id}");
            URI url = HTTP.url(parts[0], "{event_id}", "evt_0123456789ab");
            Claim.that(url.getHost() != null && url.getPort() <= 65535, () -> "cannot be asked: " + url);
            Claim.that(url.toString().contains("evt_0123456789ab"), () -> "asks for nothing: " + url);
        } catch (IllegalArgumentException e) {
            Claim.oneLine(String.valueOf(e.getMessage()));
        }
        if (parts.length == 2) {
            try {
                Claim.that(HTTP.count(ASKED, HTTP.parse(ASKED, parts[1])) >= 0, () -> "a negative count");
            } catch (UnreadableEffectsException e) {
                bounded(e);
            }
            try {
                STATES.status(ASKED, HTTP.parse(ASKED, parts[1]));
            } catch (UnreadableEffectsException e) {
                bounded(e);
            }
        }
    }

    private static void bounded(UnreadableEffectsException e) {
        String words = String.valueOf(e.getMessage());
        Claim.oneLine(words);
        Claim.that(words.length() < 600, () -> "too many words: " + words);
    }
}
