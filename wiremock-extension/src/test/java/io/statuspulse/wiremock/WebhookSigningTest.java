package io.statuspulse.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.wiremock.webhooks.Webhooks.webhook;

import com.github.tomakehurst.wiremock.common.InvalidInputException;
import com.github.tomakehurst.wiremock.http.UniformDistribution;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.SubEvent;
import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureVerifier;
import io.statuspulse.wiremock.Target.Received;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiremock.webhooks.WebhookDefinition;
import org.wiremock.webhooks.WebhookTransformer;

/** What WireMock's webhooks send, as it arrives. */
@Timeout(90)
class WebhookSigningTest {
    private static final String SIGNED = StatusPulseWebhookSigning.NAME;
    private static final Instant THEN = Instant.ofEpochSecond(1_700_000_000);
    private static final SignatureVerifier VERIFIER = SignatureVerifier.of(Secrets.of(Secret.of(Runs.SECRET)));

    private static final String EVENT = """
            {"event_id":"{{jsonPath originalRequest.body '$.id'}}","timestamp":"2026-01-31T12:00:00Z",\
            "event_type":"status_change","check_id":"chk_kit_wiremock","endpoint":"https://api.example.com/",\
            "previous_status":"operational","current_status":"degraded","response_time_ms":1420,\
            "region":"Z\u00fcrich, \u6771\u4eac","error_code":503,"retry_count":0}""";

    @Test
    void templatedBodyIsSignedAsItIsSent(@TempDir Path directory) throws Exception {
        Received received = sent(
                to -> to.withHeader("Content-Type", "application/json")
                        .withBody(
                                "{\"at\":\"{{now format='epoch'}}\",\"any\":\"{{randomValue type='UUID'}}\",\"who\":\"Z\u00fcrich"
                                        + " {{jsonPath originalRequest.body '$.who'}}\",\"p\":\"{{parameters.greeting}}\"}")
                        .withExtraParameter("greeting", "gr\u00fc\u00df dich"),
                "{\"who\":\"J\u00fcrgen\"}");

        assertThat(received.body().asUtf8())
                .matches("\\{\"at\":\"[0-9]+\",\"any\":\"[0-9a-f-]{36}\",\"who\":\"Z\u00fcrich J\u00fcrgen\","
                        + "\"p\":\"gr\u00fc\u00df dich\"\\}");
        assertThatItHolds(received);
        String content = received.timestamps().get(0) + ".";
        assertThat(OpenSsl.hmac(directory, Runs.SECRET, Bytes.utf8(content).plus(received.body())))
                .isEqualTo(received.signatures().get(0));
    }

    @Test
    void builtInReceiverTakesIt() {
        try (BuiltInReceiver receiver = BuiltInReceiver.start(ReceiverSettings.of(Runs.SECRET));
                Server server = Server.with(signing())) {
            stub(
                    server,
                    to(receiver.url().toString())
                            .withHeader("Content-Type", "application/json")
                            .withBody(EVENT)
                            .withExtraParameter(SIGNED, true));
            Http.post(server.url("/trigger"), "{\"id\":\"evt_0123456789ab\"}");

            await().atMost(Duration.ofSeconds(30)).until(() -> receiver.effects("evt_0123456789ab") == 1);
        }
    }

    @Test
    void whatIsUnsignedIsRejectedByTheBuiltInReceiver() {
        try (BuiltInReceiver receiver = BuiltInReceiver.start(ReceiverSettings.of(Runs.SECRET));
                Server server = Server.with(signing())) {
            stub(
                    server,
                    to(receiver.url().toString())
                            .withHeader("Content-Type", "application/json")
                            .withBody(EVENT));
            Http.post(server.url("/trigger"), "{\"id\":\"evt_0123456789ab\"}");

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> events(server, "WEBHOOK_RESPONSE").stream()
                            .anyMatch(event -> event.getData().get("status").equals(401)));
            assertThat(receiver.effects("evt_0123456789ab")).isZero();
        }
    }

    @Test
    void bodyThatLooksLikeATemplateOnceItIsFilledInIsFilledInOnce() {
        Received received = sent(to -> to.withBody("{{{originalRequest.body}}}"), "{{now}} and {{broken");

        assertThat(received.body()).isEqualTo(Bytes.utf8("{{now}} and {{broken"));
        assertThatItHolds(received);
    }

    @Test
    void binaryBodyIsSignedAndSentAsItIs() {
        byte[] binary = "{{now}}\u00ff\u0000\r\n".getBytes(StandardCharsets.ISO_8859_1);
        Received received = sent(to -> to.withBinaryBody(binary), "");

        assertThat(received.body()).isEqualTo(Bytes.of(binary));
        assertThatItHolds(received);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"application/json", "application/json; charset=ISO-8859-1", "text/plain; charset=UTF-16", ""})
    void charsetOfTheContentTypeChangesNothing(String contentType) {
        Received received = sent(to -> typed(to, contentType).withBody("Z\u00fcrich {{originalRequest.method}}"), "");

        assertThat(received.body().asUtf8()).isEqualTo("Z\u00fcrich POST");
        assertThatItHolds(received);
    }

    private static WebhookDefinition typed(WebhookDefinition to, String contentType) {
        return contentType.isEmpty() ? to : to.withHeader("Content-Type", contentType);
    }

    @Test
    void chunkedBodyIsSignedWithoutItsChunks() {
        Received received =
                sent(to -> to.withHeader("Transfer-Encoding", "chunked").withBody("{\"a\":1}"), "");

        assertThat(received.body()).isEqualTo(Bytes.utf8("{\"a\":1}"));
        assertThatItHolds(received);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"GET", "DELETE", "{{#if true}}GET{{/if}}"})
    void methodThatSendsNoBodySignsNone(String method) {
        Received received = sent(to -> to.withMethod(method).withBody("never sent"), "");

        assertThat(received.body()).isEqualTo(Bytes.EMPTY);
        assertThatItHolds(received);
    }

    @Test
    void webhookWithoutABodySignsNone() {
        Received received = sent(to -> to, "");

        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.body()).isEqualTo(Bytes.EMPTY);
        assertThatItHolds(received);
    }

    @Test
    void headersOfTheWebhookOfTheSameNamesAreReplaced() {
        Received received = sent(
                to -> to.withBody("x")
                        .withHeader("x-statuspulse-signature", "one", "two")
                        .withHeader("X-STATUSPULSE-TIMESTAMP", "{{now}}")
                        .withHeader("X-Other", "{{originalRequest.method}}"),
                "");

        assertThat(received.values("X-Other")).containsExactly("POST");
        assertThatItHolds(received);
    }

    @Test
    void timestampIsThatOfTheSending() {
        Clock clock = Clock.fixed(THEN, ZoneOffset.UTC);
        try (Target target = Target.start();
                Server server = Server.with(signing().withClock(clock))) {
            stub(server, to(target.url()).withBody("x").withFixedDelay(1_200).withExtraParameter(SIGNED, true));
            Http.post(server.url("/trigger"), "");

            assertThat(target.next().timestamps()).containsExactly("1700000001");
        }
    }

    @Test
    void delayIsDrawnOnceForTimestampAndSending() {
        Instant begun = Instant.now();
        Received received = sent(to -> to.withBody("x").withDelay(new UniformDistribution(1_500, 2_500)), "");
        Instant arrived = Instant.now();

        long timestamp = Long.parseLong(received.timestamps().get(0));
        assertThat(timestamp).isGreaterThanOrEqualTo(begun.plusMillis(1_500).getEpochSecond());
        // Sent when the timestamp says, and not earlier: it may only arrive later.
        assertThat(timestamp).isLessThanOrEqualTo(arrived.getEpochSecond());
        assertThatItHolds(received);
    }

    @Test
    void transformerOfTheUserRunsBefore() {
        WebhookTransformer users = new WebhookTransformer() {
            @Override
            public WebhookDefinition transform(ServeEvent serveEvent, WebhookDefinition webhook) {
                return webhook.withBody("changed {{originalRequest.method}}");
            }

            @Override
            public String getName() {
                return "users";
            }
        };
        try (Target target = Target.start();
                Server server =
                        Server.start(options -> options.extensions(signing()).extensions(users))) {
            stub(server, to(target.url()).withBody("x").withExtraParameter(SIGNED, true));
            Http.post(server.url("/trigger"), "");

            Received received = target.next();
            assertThat(received.body()).isEqualTo(Bytes.utf8("changed POST"));
            assertThatItHolds(received);
        }
    }

    @Test
    void whatIsNotAskedForIsNotSigned() {
        try (Target target = Target.start();
                Server server = Server.with(signing())) {
            stub(server, to(target.url()).withBody("{{originalRequest.method}}"));
            stub(server, to(target.url()).withBody("{{originalRequest.method}}").withExtraParameter(SIGNED, false));
            for (int i = 0; i < 2; i++) {
                Http.post(server.url("/trigger"), "");

                Received received = target.next();
                assertThat(received.body()).isEqualTo(Bytes.utf8("POST"));
                assertThat(received.signatures()).isEmpty();
                assertThat(received.timestamps()).isEmpty();
                server.wireMock()
                        .removeStubMapping(server.wireMock().getStubMappings().get(0));
            }
        }
    }

    @Test
    void bodyThatWireMockWouldPackIsNotSentAndSaysWhy() {
        try (Target target = Target.start();
                Server server = Server.with(signing())) {
            stub(
                    server,
                    to(target.url())
                            .withHeader("content-encoding", "{{#if true}}GZip{{/if}}")
                            .withBody("x")
                            .withExtraParameter(SIGNED, true));
            Http.post(server.url("/trigger"), "");

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !events(server, SubEvent.ERROR).isEmpty());
            assertThat(events(server, SubEvent.ERROR))
                    .singleElement()
                    .satisfies(
                            event -> assertThat(event.getData().get("message").toString())
                                    .contains(
                                            "statuspulse-signature: the webhook has Content-Encoding: gzip, so that WireMock packs"));
            assertThat(target.gotNothing()).isTrue();
        }
    }

    @Test
    void webhookThatCouldNotBeSignedIsRefusedWhenItsStubIsMade() {
        try (Server server = Server.with(new StatusPulseWebhookSigning(noEnvironment(), Clock.systemUTC()))) {
            assertRefused(server, true, "there is no secret; expected the parameter secret or secretEnv");
            assertRefused(server, Map.of("secretEnv", "NONE"), "'NONE', which is not set");
            assertRefused(server, Map.of("secret", "x", "toleranceSeconds", 1), "'toleranceSeconds' is no parameter");
            assertRefused(server, "yes", "it is yes; expected true, or an object with secret or secretEnv");
            assertThat(server.wireMock().getStubMappings()).isEmpty();
        }
    }

    private static void assertRefused(Server server, Object signed, String words) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> stub(server, to("http://127.0.0.1:1/").withExtraParameter(SIGNED, signed)))
                .withMessageContaining(words)
                .withMessageContaining("/serveEventListeners/0/parameters");
    }

    @Test
    void discoveredByWireMockAndWrittenAsAMapping() {
        try (Target target = Target.start();
                Server server = Server.start(options -> options.extensionScanningEnabled(true))) {
            HttpResponse<String> made = Http.post(server.url("/__admin/mappings"), """
                    {"request": {"method": "POST", "urlPath": "/trigger"},
                     "response": {"status": 200},
                     "serveEventListeners": [{
                       "name": "webhook",
                       "parameters": {
                         "method": "POST",
                         "url": "TARGET",
                         "body": "{\\"is\\": \\"{{originalRequest.method}}\\"}",
                         "statuspulse-signature": {"secret": "SECRET"}
                       }
                     }]}""".replace("TARGET", target.url())
                    .replace("SECRET", Runs.SECRET));
            assertThat(made.statusCode()).isEqualTo(201);
            Http.post(server.url("/trigger"), "");

            Received received = target.next();
            assertThat(received.body()).isEqualTo(Bytes.utf8("{\"is\": \"POST\"}"));
            assertThatItHolds(received);
        }
    }

    /** Signed or not, templates come out the same. */
    @Test
    void templatesSeeWhatTheySeeWithoutSigning() {
        String template =
                "{{originalRequest.headers.X-One}} {{originalRequest.query.q}} {{parameters.url}} {{request.body}}"
                        + " {{originalRequest.body}} {{math 1 '+' 2}} {{assign 'a' 'b'}}{{a}}";
        try (Target target = Target.start();
                Server server = Server.with(signing())) {
            stub(server, to(target.url()).withBody(template));
            Http.post(server.url("/trigger?q=1"), "<b>", "X-One", "1");
            Bytes unsigned = target.next().body();
            server.wireMock().resetAll();
            stub(server, to(target.url()).withBody(template).withExtraParameter(SIGNED, true));
            Http.post(server.url("/trigger?q=1"), "<b>", "X-One", "1");
            Received signed = target.next();

            assertThat(signed.body().asUtf8()).isEqualTo(unsigned.asUtf8()).contains("1 1 " + target.url(), "<b> 3");
            assertThatItHolds(signed);
        }
    }

    /** Triggers a signed webhook, and returns what arrives. */
    private static Received sent(UnaryOperator<WebhookDefinition> how, String trigger) {
        try (Target target = Target.start();
                Server server = Server.with(signing())) {
            stub(server, how.apply(to(target.url())).withExtraParameter(SIGNED, true));
            Http.post(server.url("/trigger"), trigger);
            return target.next();
        }
    }

    private static WebhookDefinition to(String url) {
        return webhook().withMethod("POST").withUrl(url);
    }

    private static void stub(Server server, WebhookDefinition webhook) {
        server.wireMock()
                .stubFor(post(urlPathEqualTo("/trigger")).willReturn(ok()).withServeEventListener("webhook", webhook));
    }

    private static StatusPulseWebhookSigning signing() {
        return StatusPulseWebhookSigning.with(Runs.SECRET);
    }

    private static SignatureParameters noEnvironment() {
        return new SignatureParameters(Optional.empty(), name -> Optional.empty());
    }

    private static List<SubEvent> events(Server server, String type) {
        return server.wireMock().getAllServeEvents().stream()
                .flatMap(event -> event.getSubEvents().stream())
                .filter(event -> event.getType().equals(type))
                .map(SubEvent.class::cast)
                .toList();
    }

    private static void assertThatItHolds(Received received) {
        assertThat(VERIFIER.problems(received.timestamps(), received.signatures(), received.body(), Instant.now()))
                .isEmpty();
        assertThat(received.signatures())
                .containsExactly(CallingReceiver.hex(
                        Runs.SECRET,
                        received.timestamps().get(0),
                        received.body().toArray()));
    }
}
