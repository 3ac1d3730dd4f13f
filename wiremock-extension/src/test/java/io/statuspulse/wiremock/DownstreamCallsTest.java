package io.statuspulse.wiremock;

import static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder.responseDefinition;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.statuspulse.conformance.run.EffectProbe;
import io.statuspulse.conformance.run.EffectProbe.UnreadableEffectsException;
import io.statuspulse.conformance.run.WireMockEffectProbe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DownstreamCallsTest {
    private static final String ID = "evt_0123456789ab";
    private static final String OTHER = "evt_ba9876543210";

    @Test
    void callIsCountedByTheIdInItsBodyItsPathItsQueryOrAHeader() {
        DownstreamCalls calls = DownstreamCalls.anywhere();
        try (Server server = Server.start(calls)) {
            Http.post(server.url("/a"), "{\"event\":\"" + ID + "\"}");
            Http.get(server.url("/tickets/" + ID));
            Http.get(server.url("/tickets?event=" + ID + "&again=no"));
            Http.post(server.url("/b"), "{}", "Idempotency-Key", '"' + ID + '"');
            Http.post(server.url("/c"), "{\"event\":\"" + OTHER + "\"}");

            assertThat(calls.timesProcessed(ID)).isEqualTo(4);
            assertThat(calls.timesProcessed(OTHER)).isEqualTo(1);
            assertThat(calls.timesProcessed("evt_000000000000")).isZero();
        }
    }

    @Test
    void onePlaceIsLookedAtWhereOneIsChosen() {
        DownstreamCalls byBody = DownstreamCalls.byBody();
        DownstreamCalls byPath = DownstreamCalls.byPath();
        DownstreamCalls byHeader = DownstreamCalls.byHeader("X-Event-Id");
        try (Server server = Server.start(byBody, byPath, byHeader)) {
            Http.post(server.url("/tickets"), ID);
            Http.get(server.url("/tickets/" + ID));
            Http.get(server.url("/tickets?event=" + ID));
            IntStream.range(0, 3).forEach(i -> Http.get(server.url("/tickets"), "x-event-ID", ID));
            Http.get(server.url("/tickets"), "X-Another-Id", ID);

            assertThat(byBody.timesProcessed(ID)).isEqualTo(1);
            assertThat(byPath.timesProcessed(ID)).isEqualTo(2);
            assertThat(byHeader.timesProcessed(ID)).isEqualTo(3);
        }
    }

    @Test
    void callThatNamesTheEventInSeveralPlacesIsOneCall() {
        DownstreamCalls calls = DownstreamCalls.anywhere();
        try (Server server = Server.start(calls)) {
            Http.post(server.url("/tickets/" + ID + "?e=" + ID), ID + " " + ID, "X-Event-Id", ID, "X-Event-Id", ID);

            assertThat(calls.timesProcessed(ID)).isEqualTo(1);
        }
    }

    @Test
    void callThatNamesSeveralEventsIsOneForEach() {
        DownstreamCalls calls = DownstreamCalls.byBody();
        try (Server server = Server.start(calls)) {
            Http.post(server.url("/batch"), "[\"" + ID + "\",\"" + OTHER + "\"]");

            assertThat(calls.timesProcessed(ID)).isEqualTo(1);
            assertThat(calls.timesProcessed(OTHER)).isEqualTo(1);
        }
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "evt_0123456789ab",
                "\"evt_0123456789ab\"",
                "Incident\\nevt_0123456789ab\\nis new",
                "key=statuspulse%3Aevt_0123456789ab%0A",
                "\\u003cevt_0123456789ab\\u003e",
                "<a>evt_0123456789ab</a>",
                "evt_0123456789ab_created",
                "evt_0123456789ab-created",
                "ticket_evt_0123456789ab",
                "evt_0123456789ab.",
                "\u6771\u4eacevt_0123456789ab\u6771\u4eac"
            })
    void idIsFoundWhateverStandsAroundIt(String body) {
        assertThat(counted(body.getBytes(StandardCharsets.UTF_8), ID)).isEqualTo(1);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "evt_0123456789abc",
                "evt_0123456789ab0",
                "evt_0123456789abz",
                "evt_0123456789a",
                "EVT_0123456789AB",
                "evt-0123456789ab",
                ""
            })
    void idInAnotherOneOrSpeltAnotherWayIsNotFound(String body) {
        assertThat(counted(body.getBytes(StandardCharsets.UTF_8), ID)).isZero();
    }

    @Test
    void bodyIsReadAsBytesOrUnpacked() throws IOException {
        byte[] binary = (ID + "\u00ff\u0000").getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(binary);
        }

        assertThat(counted(binary, ID)).isEqualTo(1);
        assertThat(counted(packed.toByteArray(), ID, "Content-Encoding", "gzip"))
                .isEqualTo(1);
        assertThat(counted(ID.getBytes(StandardCharsets.UTF_16LE), ID)).isZero();
    }

    private static int counted(byte[] body, String eventId, String... headers) {
        DownstreamCalls calls = DownstreamCalls.byBody();
        try (Server server = Server.start(calls)) {
            Http.post(server.url("/"), body, headers);
            return calls.timesProcessed(eventId);
        }
    }

    @Test
    void onlyCallsThatMatchAreCountedWhereThatIsWanted() {
        DownstreamCalls creating = DownstreamCalls.anywhere().only(postRequestedFor(urlPathEqualTo("/tickets")));
        try (Server server = Server.start(creating)) {
            Http.get(server.url("/tickets?event=" + ID));
            Http.post(server.url("/audit"), ID);
            Http.post(server.url("/tickets"), ID);

            assertThat(creating.timesProcessed(ID)).isEqualTo(1);
        }
    }

    @Test
    void callIsCountedUnlessItFailed() {
        DownstreamCalls calls = DownstreamCalls.byBody();
        StubRequestFilterV2 gate = new StubRequestFilterV2() {
            @Override
            public RequestFilterAction filter(Request request, ServeEvent serveEvent) {
                return request.getUrl().equals("/locked")
                        ? RequestFilterAction.stopWith(
                                responseDefinition().withStatus(403).build())
                        : RequestFilterAction.continueWith(request);
            }

            @Override
            public String getName() {
                return "gate";
            }
        };
        try (Server server = Server.start(calls, gate)) {
            server.wireMock()
                    .stubFor(any(urlPathEqualTo("/refused"))
                            .willReturn(aResponse().withStatus(422)));
            server.wireMock().stubFor(any(urlPathEqualTo("/broken")).willReturn(serverError()));
            server.wireMock()
                    .stubFor(any(urlPathEqualTo("/cut")).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

            assertThat(Http.post(server.url("/refused"), ID).statusCode()).isEqualTo(422);
            assertThat(Http.post(server.url("/unmatched"), ID).statusCode()).isEqualTo(404);
            assertThat(Http.post(server.url("/locked"), ID).statusCode()).isEqualTo(403);
            assertThat(Http.post(server.url("/broken"), ID).statusCode()).isEqualTo(500);
            assertThatThrownBy(() -> Http.post(server.url("/cut"), ID)).isInstanceOf(UncheckedIOException.class);
            assertThat(calls.timesProcessed(ID)).isEqualTo(3);
        }
    }

    @Test
    void nextCallForAnEventFailsAndNoOther() {
        DownstreamCalls calls = DownstreamCalls.byBody().only(postRequestedFor(urlPathEqualTo("/tickets")));
        try (Server server = Server.startAnsweringOk(calls)) {
            server.wireMock().stubFor(calls.failingOnce(ID));

            assertThat(Http.post(server.url("/tickets"), OTHER).statusCode()).isEqualTo(200);
            assertThat(Http.post(server.url("/tickets"), ID + "0").statusCode()).isEqualTo(200);
            assertThat(Http.post(server.url("/audit"), ID).statusCode()).isEqualTo(200);
            assertThat(Http.post(server.url("/tickets"), ID).statusCode()).isEqualTo(500);
            assertThat(calls.timesProcessed(ID)).isZero();
            assertThat(Http.post(server.url("/tickets"), ID).statusCode()).isEqualTo(200);
            assertThat(calls.timesProcessed(ID)).isEqualTo(1);
            assertThat(calls.timesProcessed(OTHER)).isEqualTo(1);

            server.wireMock().stubFor(calls.failingOnce(ID));
            assertThat(Http.post(server.url("/tickets"), ID).statusCode()).isEqualTo(500);
            assertThat(Http.post(server.url("/tickets"), ID).statusCode()).isEqualTo(200);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calls.failingOnce("order-1"))
                .withMessage("failures: 'order-1' is no event id; expected evt_ with letters or digits after it");
    }

    @Test
    void adminRequestsAreNoCalls() {
        DownstreamCalls calls = DownstreamCalls.anywhere();
        try (Server server = Server.start(calls)) {
            Http.post(server.url("/__admin/requests/count"), "{\"bodyPatterns\":[{\"contains\":\"" + ID + "\"}]}");

            assertThat(calls.timesProcessed(ID)).isZero();
        }
    }

    @Test
    void countsStayWhereTheJournalIsResetBoundedOrDisabled() {
        DownstreamCalls calls = DownstreamCalls.byBody();
        try (Server disabled =
                        Server.start(options -> options.disableRequestJournal().extensions(calls));
                Server bounded = Server.start(
                        options -> options.maxRequestJournalEntries(1).extensions(calls));
                Server reset = Server.start(calls)) {
            for (Server server : List.of(disabled, bounded, reset)) {
                Http.post(server.url("/"), ID);
                Http.post(server.url("/"), ID);
            }
            reset.wireMock().resetAll();
            Http.post(reset.url("/"), ID);

            assertThat(calls.timesProcessed(ID)).isEqualTo(7);
        }
    }

    @Test
    void serverThatWasMadeBeforeIsWatched() {
        try (Server server = Server.start()) {
            DownstreamCalls calls = DownstreamCalls.byBody().watch(server.wireMock());
            server.wireMock().stubFor(any(urlPathEqualTo("/broken")).willReturn(serverError()));
            Http.post(server.url("/broken"), ID);
            Http.post(server.url("/"), ID);
            server.wireMock().resetAll();
            Http.post(server.url("/"), ID);

            assertThat(calls.timesProcessed(ID)).isEqualTo(2);
        }
    }

    @Test
    void serverIsNeverCountedTwice() {
        DownstreamCalls calls = DownstreamCalls.byBody();
        try (Server extended = Server.start(calls);
                Server watched = Server.start()) {
            calls.watch(watched.wireMock());

            assertThatIllegalStateException()
                    .isThrownBy(() -> calls.watch(watched.wireMock()))
                    .withMessageContaining("are counted already; counting them twice would double every effect");
            assertThatIllegalStateException()
                    .isThrownBy(() -> calls.watch(extended.wireMock()))
                    .withMessageContaining("as this counter is one of its extensions");
            Http.post(watched.url("/"), ID);
            Http.post(extended.url("/"), ID);
            assertThat(calls.timesProcessed(ID)).isEqualTo(2);
        }
    }

    @Test
    void counterOfNoServerSaysSoInsteadOfNever() {
        assertThatExceptionOfType(UnreadableEffectsException.class)
                .isThrownBy(() -> DownstreamCalls.anywhere().timesProcessed(ID))
                .withMessageContaining("no WireMock server counts its calls here");
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", "order-1", "evt_", "evt_01 ", "xevt_01"})
    void whatIsNoEventIdSaysSoInsteadOfNever(String id) {
        try (StatusPulseDownstream downstream = StatusPulseDownstream.start()) {
            assertThatExceptionOfType(UnreadableEffectsException.class)
                    .isThrownBy(() -> downstream.timesProcessed(id))
                    .withMessage("effects: '" + id + "' is no event id; expected evt_ with letters or digits after it");
        }
    }

    @Test
    void headerWithoutANameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DownstreamCalls.byHeader(" "))
                .withMessage("header: ' ' is no header name; expected e.g. X-Event-Id");
    }

    @Test
    void callsAtTheSameMomentAreAllCounted() {
        DownstreamCalls calls = DownstreamCalls.anywhere();
        try (Server server = Server.start(calls)) {
            IntStream.range(0, 400).parallel().forEach(i -> Http.post(server.url("/" + (i % 2 == 0 ? ID : OTHER)), ""));

            assertThat(calls.timesProcessed(ID)).isEqualTo(200);
            assertThat(calls.timesProcessed(OTHER)).isEqualTo(200);
        }
    }

    /** Two ways to the same server: as the calls come, and from its journal over the admin API. */
    @Test
    void journalOverTheAdminApiSaysTheSame() {
        DownstreamCalls calls = DownstreamCalls.anywhere();
        try (Server server = Server.start(calls)) {
            server.wireMock().stubFor(any(anyUrl()).willReturn(ok()));
            Http.post(server.url("/tickets"), "{\"event\":\"" + ID + "\"}");
            Http.post(server.url("/tickets/" + ID), "{\"event\":\"" + ID + "\"}");
            Http.get(server.url("/tickets/" + ID + "?e=1"));
            Http.get(server.url("/tickets?e=" + ID));
            Http.post(server.url("/tickets"), "{\"event\":\"" + ID + "0\"}");
            Http.get(server.url("/tickets/" + OTHER + "0"));
            Http.post(server.url("/tickets"), "Incident\n" + OTHER + "\nagain " + OTHER);

            WireMockEffectProbe journal = new WireMockEffectProbe(server.url(""), Duration.ofSeconds(10));
            for (EffectProbe probe : List.of(calls, journal)) {
                assertThat(Stream.of(ID, ID + "0", OTHER, OTHER + "0", "evt_000000000000")
                                .map(probe::timesProcessed))
                        .containsExactly(4, 1, 1, 1, 0);
            }
        }
    }
}
