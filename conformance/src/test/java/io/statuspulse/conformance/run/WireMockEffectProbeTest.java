package io.statuspulse.conformance.run;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.statuspulse.conformance.run.EffectProbe.UnreadableEffectsException;
import io.statuspulse.conformance.run.ScriptedReceiver.Reply;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real WireMock server stands for what the receiver calls downstream. */
@Timeout(60)
class WireMockEffectProbeTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final WireMockServer downstream =
            new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());

    @BeforeEach
    void start() {
        downstream.start();
        downstream.stubFor(any(anyUrl()).willReturn(ok()));
    }

    @AfterEach
    void stop() {
        downstream.stop();
    }

    @Test
    void callsAreCountedByTheEventInTheirBody() throws IOException {
        call("/tickets", "{\"event\":\"evt_0123456789ab\"}");
        call("/tickets", "{\"event\":\"evt_0123456789ab\"}");
        call("/tickets", "{\"event\":\"evt_ba9876543210\"}");

        assertThat(probe().timesProcessed("evt_0123456789ab")).isEqualTo(2);
        assertThat(probe().timesProcessed("evt_ba9876543210")).isEqualTo(1);
        assertThat(probe().timesProcessed("evt_000000000000")).isZero();
    }

    @Test
    void callsAreCountedByTheEventInTheirUrl() throws IOException {
        call("/tickets/evt_0123456789ab?again=no", "{}");

        assertThat(probe().timesProcessed("evt_0123456789ab")).isEqualTo(1);
    }

    @Test
    void callThatNamesTheEventInBothPlacesIsOneCall() throws IOException {
        call("/tickets/evt_0123456789ab", "{\"event\":\"evt_0123456789ab\"}");

        assertThat(probe().timesProcessed("evt_0123456789ab")).isEqualTo(1);
    }

    @Test
    void callsThatNameTheEventInOnePlaceEachAreCountedTogether() throws IOException {
        call("/tickets", "Incident\nevt_0123456789ab\nis new");
        call("/tickets/evt_0123456789ab", "{}");
        call("/tickets/evt_0123456789ab", "{\"event\":\"evt_0123456789ab\"}");

        assertThat(probe().timesProcessed("evt_0123456789ab")).isEqualTo(3);
    }

    @Test
    void idThatGoesOnIsAnotherOne() throws IOException {
        call("/tickets/evt_0123456789abc", "{\"event\":\"evt_0123456789ab0\"}");
        call("/tickets/evt_0123456789ab_1", "{\"event\":\"evt_0123456789ab-1\"}");

        assertThat(probe().timesProcessed("evt_0123456789ab")).isEqualTo(1);
        assertThat(probe().timesProcessed("evt_0123456789a")).isZero();
        assertThat(probe().timesProcessed("evt_.*")).isZero();
    }

    @Test
    void journalThatLostWhatItHadIsNotBelieved() throws IOException {
        call("/tickets", "evt_0123456789ab");
        WireMockEffectProbe probe = probe();
        assertThat(probe.timesProcessed("evt_0123456789ab")).isEqualTo(1);
        call("/tickets", "evt_ba9876543210");
        assertThat(probe.timesProcessed("evt_ba9876543210")).isEqualTo(1);
        assertThat(probe.timesProcessed("evt_000000000000")).isZero();

        downstream.resetRequests();
        call("/tickets", "evt_ba9876543210");

        for (String id : List.of("evt_0123456789ab", "evt_ba9876543210", "evt_000000000000")) {
            assertThatExceptionOfType(UnreadableEffectsException.class)
                    .isThrownBy(() -> probe.timesProcessed(id))
                    .withMessageContaining(
                            "lost requests that it had; expected one that is neither reset during the run");
        }
    }

    @Test
    void disabledJournalIsNoCount() {
        WireMockServer without = new WireMockServer(
                wireMockConfig().bindAddress("127.0.0.1").dynamicPort().disableRequestJournal());
        without.start();
        try {
            WireMockEffectProbe probe = new WireMockEffectProbe("http://127.0.0.1:" + without.port(), TIMEOUT);

            assertThatExceptionOfType(UnreadableEffectsException.class)
                    .isThrownBy(() -> probe.timesProcessed("evt_0123456789ab"))
                    .withMessageContaining("\"requestJournalDisabled\"");
        } finally {
            without.stop();
        }
    }

    @Test
    void receiverThatCallsDownstreamOnceForEachEventPassesAndOneThatCallsTwiceFails() {
        try (ScriptedReceiver once = ScriptedReceiver.start(request -> calling(request, 1));
                ScriptedReceiver twice = ScriptedReceiver.start(request -> calling(request, 2))) {
            Report good = Runs.some(
                    Runs.settings(once.url()).effects(probe()).build(), "idempotency/retry", "signature/wrong");
            Report bad = Runs.some(
                    Runs.settings(twice.url()).effects(probe()).build(), "idempotency/retry", "signature/wrong");

            assertThat(Runs.ids(good, Outcome.PASSED)).containsExactly("signature/wrong", "idempotency/retry");
            assertThat(Runs.ids(bad, Outcome.FAILED)).containsExactly("idempotency/retry");
            assertThat(Runs.facts(Runs.result(bad, "idempotency/retry")))
                    .contains("was processed twice, expected once");
        }
    }

    /** Calls downstream for a genuine event that is new. */
    private Reply calling(ScriptedReceiver.Request request, int times) throws IOException {
        boolean first = request.receiver().effects(request.eventId()) == 0;
        Reply reply = request.correctly();
        for (int i = 0; first && reply.status() == 200 && i < times; i++) {
            call("/tickets", "{\"event\":\"" + request.eventId() + "\"}");
        }
        return reply;
    }

    @Test
    void serverThatIsNoWireMockIsNamed() {
        try (ScriptedReceiver other = ScriptedReceiver.start(request -> Reply.of(404))) {
            String base = URI.create(other.url()).resolve("/").toString();

            assertThatExceptionOfType(UnreadableEffectsException.class)
                    .isThrownBy(() -> new WireMockEffectProbe(base, TIMEOUT).timesProcessed("evt_0"))
                    .withMessageContaining(
                            "/__admin/requests/count answered 404; expected the admin API of a WireMock");
        }
    }

    @Test
    void whatIsNoUrlIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WireMockEffectProbe("ftp://127.0.0.1", TIMEOUT))
                .withMessageContaining("effects: 'ftp://127.0.0.1/__admin/requests/count' is no http or https URL");
    }

    private WireMockEffectProbe probe() {
        return new WireMockEffectProbe(base() + "/", TIMEOUT);
    }

    // WireMock's own baseUrl() writes the port in the digits of the machine's language.
    private String base() {
        return "http://localhost:" + downstream.port();
    }

    private void call(String path, String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base() + path).toURL().openConnection();
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(connection.getResponseCode()).isEqualTo(200);
    }
}
