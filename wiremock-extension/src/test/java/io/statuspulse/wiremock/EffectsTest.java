package io.statuspulse.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Receivers are judged by what they call downstream. */
@Timeout(120)
class EffectsTest {
    /** What is about processing once, or never. */
    private static final String[] ABOUT_EFFECTS = {
        "idempotency/*", "replay/*", "ordering/*", "signature/wrong", "tampering/field-changed", "timestamp/hour-old"
    };

    static Stream<Arguments> waysOfNaming() {
        return Stream.of(
                arguments(
                        "body",
                        DownstreamCalls.byBody(),
                        way((url, id) -> Http.post(url + "/tickets", "{\"event\": \"" + id + "\"}")
                                .statusCode())),
                arguments(
                        "path",
                        DownstreamCalls.byPath(),
                        way((url, id) -> Http.get(url + "/tickets/" + id).statusCode())),
                arguments(
                        "query",
                        DownstreamCalls.byPath(),
                        way((url, id) -> Http.get(url + "/tickets?event=" + id).statusCode())),
                arguments(
                        "header",
                        DownstreamCalls.byHeader("X-Event-Id"),
                        way((url, id) -> Http.post(url + "/tickets", "{}", "X-Event-Id", id)
                                .statusCode())),
                arguments(
                        "everywhere",
                        DownstreamCalls.anywhere(),
                        way((url, id) -> Http.post(url + "/tickets/" + id + "?event=" + id, id, "X-Event-Id", id)
                                .statusCode())));
    }

    private static ToIntBiFunction<String, String> way(ToIntBiFunction<String, String> call) {
        return call;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysOfNaming")
    void receiverThatCallsOnceForEachEventPasses(
            String place, DownstreamCalls calls, ToIntBiFunction<String, String> call) {
        try (StatusPulseDownstream downstream = StatusPulseDownstream.start(calls);
                CallingReceiver receiver = CallingReceiver.correct(id -> call.applyAsInt(downstream.url(), id))) {
            Report report = Runs.of(receiver.url(), Optional.of(downstream), ABOUT_EFFECTS);

            assertThat(report.effectsObserved()).isTrue();
            assertThat(Runs.lines(report, Outcome.FAILED)).isEmpty();
            assertThat(Runs.lines(report, Outcome.INCONCLUSIVE)).isEmpty();
            assertThat(Runs.ids(report, Outcome.PASSED))
                    .contains(
                            "idempotency/retry",
                            "idempotency/forged-first",
                            "ordering/burst-shuffled",
                            "signature/wrong");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysOfNaming")
    void receiverThatProcessesDuplicatesIsFound(
            String place, DownstreamCalls calls, ToIntBiFunction<String, String> call) {
        try (StatusPulseDownstream downstream = StatusPulseDownstream.start(calls);
                CallingReceiver receiver = CallingReceiver.forgetful(id -> call.applyAsInt(downstream.url(), id))) {
            Report report = Runs.of(receiver.url(), Optional.of(downstream), "idempotency/*", "replay/*");

            assertThat(Runs.ids(report, Outcome.FAILED))
                    .containsExactly(
                            "idempotency/retry",
                            "idempotency/five-retries",
                            "idempotency/concurrent",
                            "idempotency/after-lost-answer",
                            "idempotency/transport-headers-change");
            assertThat(Runs.ids(report, Outcome.WARNED)).containsExactly("replay/exact-within-tolerance");
            assertThat(Runs.lines(report, Outcome.FAILED)).anyMatch(line -> line.contains("was processed twice"));
        }
    }

    @Test
    void receiverThatNeverCallsShowsNoEffects() {
        try (StatusPulseDownstream downstream = StatusPulseDownstream.start();
                CallingReceiver receiver = CallingReceiver.correct(id -> 200)) {
            Report report = Runs.of(receiver.url(), Optional.of(downstream), "idempotency/retry");

            assertThat(report.effectsObserved()).isFalse();
            assertThat(Runs.lines(report, Outcome.OBSERVED))
                    .containsExactly(
                            "idempotency/retry effects: not observed: the probe shows nothing even of a plain valid"
                                    + " delivery");
        }
    }

    /** Looking for an open ticket, and then opening one, is one effect. */
    @Test
    void receiverThatLooksSomethingUpPassesWhereOnlyEffectsAreCounted() {
        DownstreamCalls all = DownstreamCalls.anywhere();
        DownstreamCalls creating = DownstreamCalls.byBody().only(postRequestedFor(urlPathEqualTo("/tickets")));
        try (Server server = Server.startAnsweringOk(all, creating);
                CallingReceiver receiver = CallingReceiver.correct(id -> {
                    Http.get(server.url("/tickets?event=" + id));
                    return Http.post(server.url("/tickets"), "{\"event\": \"" + id + "\"}")
                            .statusCode();
                })) {
            Report misled = Runs.of(receiver.url(), Optional.of(all), "idempotency/retry");
            Report right = Runs.of(receiver.url(), Optional.of(creating), "idempotency/retry");

            assertThat(Runs.ids(misled, Outcome.FAILED)).containsExactly("idempotency/retry");
            assertThat(Runs.ids(right, Outcome.PASSED)).containsExactly("idempotency/retry");
        }
    }

    @Test
    void journalThatIsResetAllTheTimeMakesNoDifference() {
        // While WireMock resets everything it has no stubs for a moment, and would answer 404 to another call.
        Object oneAtATime = new Object();
        try (StatusPulseDownstream downstream = StatusPulseDownstream.start();
                CallingReceiver receiver = CallingReceiver.correct(id -> {
                    synchronized (oneAtATime) {
                        int status =
                                Http.post(downstream.url() + "/tickets", id).statusCode();
                        downstream.server().resetAll();
                        return status;
                    }
                })) {
            Report report = Runs.of(receiver.url(), Optional.of(downstream), "idempotency/*");

            assertThat(Runs.lines(report, Outcome.FAILED)).isEmpty();
            assertThat(Runs.ids(report, Outcome.PASSED)).contains("idempotency/retry");
        }
    }

    @Test
    void receiverIsMadeToFailOnceByWhatItCalls() {
        String id = "idempotency/after-failed-attempt";
        try (StatusPulseDownstream downstream = StatusPulseDownstream.start();
                CallingReceiver good = CallingReceiver.correct(call(downstream));
                CallingReceiver careless = // It says 200 whatever it got.
                        CallingReceiver.correct(
                                event -> Math.min(200, call(downstream).applyAsInt(event)))) {
            Report right = Runs.of(good.url(), downstream, downstream::failNext, id);
            Report wrong = Runs.of(careless.url(), downstream, downstream::failNext, id);

            assertThat(Runs.ids(right, Outcome.PASSED)).containsExactly(id);
            assertThat(Runs.lines(wrong, Outcome.WARNED))
                    .singleElement()
                    .satisfies(
                            line -> assertThat(line).contains("was never processed, and the provider retries no 2xx"));
        }
    }

    private static ToIntFunction<String> call(StatusPulseDownstream downstream) {
        return id -> Http.post(downstream.url() + "/tickets", id).statusCode();
    }

    @Test
    void ownServerAnswers200AndTakesStubsAndReadsNoMappingFiles() {
        try (StatusPulseDownstream downstream = StatusPulseDownstream.start()) {
            WireMockServer server = downstream.server();
            server.stubFor(post("/tickets").willReturn(created()));

            assertThat(Http.get(downstream.url() + "/anything").statusCode()).isEqualTo(200);
            assertThat(Http.post(downstream.url() + "/tickets", "evt_0123456789ab")
                            .statusCode())
                    .isEqualTo(201);
            server.verify(1, postRequestedFor(urlPathEqualTo("/tickets")));
            assertThat(server.getStubMappings()).hasSize(2);
            server.resetAll();
            assertThat(Http.post(downstream.url() + "/tickets", "evt_0123456789ab")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(downstream.timesProcessed("evt_0123456789ab")).isEqualTo(2);
            assertThat(downstream.url()).isEqualTo("http://127.0.0.1:" + Integer.toString(downstream.port()));
        }
    }

    @Test
    void whatWasCountedCanBeReadAfterTheServerWasClosed() {
        StatusPulseDownstream downstream = StatusPulseDownstream.start();
        Http.get(downstream.url() + "/evt_0123456789ab");
        downstream.close();

        assertThat(List.of("evt_0123456789ab", "evt_0123456789ac").stream().map(downstream::timesProcessed))
                .containsExactly(1, 0);
    }
}
