package io.statuspulse.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.requestMadeFor;
import static com.github.tomakehurst.wiremock.client.WireMock.requestMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.client.VerificationException;
import com.github.tomakehurst.wiremock.common.InvalidInputException;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.extension.ExtensionFactory;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.stubbing.SubEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureVerifier;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SignatureMatcherTest {
    private static final String NAME = StatusPulseSignatureMatcher.NAME;
    private static final String BODY = "{\"event_id\":\"evt_0123456789ab\",\"region\":\"Z\u00fcrich\"}";
    private static final Instant THEN = Instant.ofEpochSecond(1_700_000_000);

    @Test
    void secretInTheStubIsUsed() {
        try (Server server = Server.start(new StatusPulseSignatureMatcher())) {
            stub(server, Map.of("secret", "whsec_one"));

            assertThat(delivered(server, "whsec_one", Instant.now())).isEqualTo(200);
            assertThat(delivered(server, "whsec_other", Instant.now())).isEqualTo(404);
        }
    }

    @Test
    void previousSecretInTheStubIsUsedToo() {
        try (Server server = Server.start(new StatusPulseSignatureMatcher())) {
            stub(server, Map.of("secret", "whsec_new", "previousSecret", "whsec_old"));

            assertThat(delivered(server, "whsec_new", Instant.now())).isEqualTo(200);
            assertThat(delivered(server, "whsec_old", Instant.now())).isEqualTo(200);
            assertThat(delivered(server, "whsec_older", Instant.now())).isEqualTo(404);
        }
    }

    @Test
    void secretsComeFromTheEnvironmentSoThatNoneStandsInAStub() {
        Map<String, String> environment =
                Map.of("NEW", "whsec_new", "OLD", "whsec_old", "STATUSPULSE_SECRET", "whsec_env");
        try (Server server = Server.start(matcher(Optional.empty(), environment))) {
            stub(server, Map.of("secretEnv", "NEW", "previousSecretEnv", "OLD"));
            assertThat(delivered(server, "whsec_new", Instant.now())).isEqualTo(200);
            assertThat(delivered(server, "whsec_old", Instant.now())).isEqualTo(200);
            assertThat(delivered(server, "whsec_env", Instant.now())).isEqualTo(404);
            assertThat(server.wireMock().getStubMappings().toString()).doesNotContain("whsec_");

            server.wireMock().resetAll();
            stub(server, Map.of());
            assertThat(delivered(server, "whsec_env", Instant.now())).isEqualTo(200);
            assertThat(delivered(server, "whsec_new", Instant.now())).isEqualTo(404);
        }
    }

    @Test
    void secretsInJavaAreUsedWhereTheStubNamesNone() {
        Secrets secrets = new Secrets(Secret.of("whsec_new"), Optional.of(Secret.of("whsec_old")), List.of());
        SignatureVerifier verifier = new SignatureVerifier(secrets, Duration.ofSeconds(10));
        try (Server server = Server.start(matcher(Optional.of(verifier), Map.of("STATUSPULSE_SECRET", "whsec_env")))) {
            stub(server, Map.of());
            assertThat(delivered(server, "whsec_new", Instant.now())).isEqualTo(200);
            assertThat(delivered(server, "whsec_old", Instant.now())).isEqualTo(200);
            assertThat(delivered(server, "whsec_env", Instant.now())).isEqualTo(404);
            assertThat(delivered(server, "whsec_new", Instant.now().minusSeconds(60)))
                    .isEqualTo(404);

            server.wireMock().resetAll();
            stub(server, Map.of("secret", "whsec_own", "toleranceSeconds", 300));
            assertThat(delivered(server, "whsec_own", Instant.now().minusSeconds(60)))
                    .isEqualTo(200);
            assertThat(delivered(server, "whsec_old", Instant.now())).isEqualTo(404);
        }
    }

    @Test
    void toleranceIsThatOfTheStub() {
        Clock clock = Clock.fixed(THEN, ZoneOffset.UTC);
        try (Server server =
                Server.start(StatusPulseSignatureMatcher.of("whsec_one").withClock(clock))) {
            stub(server, Map.of("toleranceSeconds", 20));

            assertThat(delivered(server, "whsec_one", THEN.minusSeconds(20))).isEqualTo(200);
            assertThat(delivered(server, "whsec_one", THEN.plusSeconds(20))).isEqualTo(200);
            assertThat(delivered(server, "whsec_one", THEN.minusSeconds(21))).isEqualTo(404);
            assertThat(delivered(server, "whsec_one", THEN.plusSeconds(21))).isEqualTo(404);
        }
    }

    @Test
    void inlineMatcherNeedsNoExtension() {
        try (Server server = Server.start()) {
            StatusPulseSignatureMatcher matcher = StatusPulseSignatureMatcher.of("whsec_one");
            server.wireMock().stubFor(post("/hook").andMatching(matcher).willReturn(ok()));
            server.wireMock().stubFor(requestMatching(matcher).atPriority(9).willReturn(ok()));

            assertThat(delivered(server, "whsec_one", Instant.now())).isEqualTo(200);
            assertThat(delivered(server, "whsec_two", Instant.now())).isEqualTo(404);
            server.wireMock()
                    .verify(1, postRequestedFor(urlPathEqualTo("/hook")).andMatching(matcher));
            server.wireMock().verify(1, requestMadeFor(matcher));
        }
    }

    /** A delivery that came in time has come in time, however late that is verified. */
    @Test
    void requestOfTheJournalIsComparedWithTheTimeOfItsArrival() {
        StatusPulseSignatureMatcher matcher = StatusPulseSignatureMatcher.of("whsec_one");

        assertThat(matcher.match(logged(THEN, THEN.minusSeconds(300))).isExactMatch())
                .isTrue();
        assertThat(matcher.match(logged(THEN, THEN.minusSeconds(301))).isExactMatch())
                .isFalse();
        assertThat(matcher.match(logged(Instant.now(), THEN)).isExactMatch()).isFalse();
        assertThat(matcher.withClock(Clock.systemUTC())
                        .match(logged(THEN, THEN))
                        .isExactMatch())
                .isFalse();
    }

    private static LoggedRequest logged(Instant arrived, Instant sent) {
        String timestamp = Long.toString(sent.getEpochSecond());
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        return Json.read(
                """
                {"url": "/hook", "absoluteUrl": "http://127.0.0.1/hook", "method": "POST", "loggedDate": %s,
                 "headers": {"X-StatusPulse-Timestamp": "%s", "X-StatusPulse-Signature": "%s"}, "bodyAsBase64": "%s"}
                """.formatted(
                                Long.toString(arrived.toEpochMilli()),
                                timestamp,
                                CallingReceiver.hex("whsec_one", timestamp, body),
                                Base64.getEncoder().encodeToString(body)),
                LoggedRequest.class);
    }

    @Test
    void pathTemplateIsCompatible() {
        try (Server server = Server.start(StatusPulseSignatureMatcher.of("whsec_one"))) {
            server.wireMock()
                    .stubFor(post(urlPathTemplate("/{any}")).andMatching(NAME).willReturn(ok()));

            assertThat(delivered(server, "whsec_one", Instant.now())).isEqualTo(200);
            assertThat(delivered(server, "whsec_one", Instant.now().minusSeconds(400)))
                    .isEqualTo(404);
        }
    }

    @Test
    void whatIsWrongStandsInTheJournal() {
        try (Server server = Server.start(StatusPulseSignatureMatcher.of("whsec_one"))) {
            stub(server, Map.of());
            delivered(server, "whsec_two", Instant.now().minusSeconds(400));
            Http.post(server.url("/hook"), BODY);

            List<String> said = server.wireMock().getAllServeEvents().stream()
                    .flatMap(event -> event.getSubEvents().stream())
                    .filter(event -> event.getType().equals(SubEvent.WARNING))
                    .map(event -> String.valueOf(event.getData().get("message")))
                    .toList();
            assertThat(said)
                    .anyMatch(words -> words.matches(
                            "statuspulse-signature: timestamp: it is 40[0-9] s old, the tolerance is 300 s"))
                    .contains(
                            "statuspulse-signature: signature: it was made with another secret, another timestamp or other"
                                    + " bytes",
                            "statuspulse-signature: timestamp: X-StatusPulse-Timestamp is missing",
                            "statuspulse-signature: signature: X-StatusPulse-Signature is missing");
        }
    }

    @Test
    void verificationThatFailsNamesTheMatcher() {
        try (Server server = Server.start(StatusPulseSignatureMatcher.of("whsec_one"))) {
            Http.post(server.url("/hook"), BODY);

            assertThatExceptionOfType(VerificationException.class)
                    .isThrownBy(() -> server.wireMock()
                            .verify(postRequestedFor(urlPathEqualTo("/hook")).andMatching(NAME)))
                    .withMessageContaining(NAME);
        }
    }

    @Test
    void stubThatIsSetUpWronglyIsRefusedWhenItIsMade() {
        try (Server server = Server.start(matcher(Optional.empty(), Map.of()))) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> stub(server, Map.of("secrets", "whsec_one")))
                    .withMessageContaining(
                            "statuspulse-signature: 'secrets' is no parameter; expected secret, secretEnv, previousSecret,"
                                    + " previousSecretEnv, toleranceSeconds");
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> server.wireMock().stubFor(post("/hook").andMatching(NAME)))
                    .withMessageContaining("there is no secret; expected the parameter secret or secretEnv");
            assertThat(server.wireMock().getStubMappings()).isEmpty();
        }
    }

    @Test
    void wrongStubOverTheAdminApiIsAnswered422() {
        try (Server server = Server.start(matcher(Optional.empty(), Map.of()))) {
            HttpResponse<String> answer = Http.post(server.url("/__admin/mappings"), """
                    {"request": {"urlPath": "/hook", "customMatcher": {"name": "statuspulse-signature"}},
                     "response": {"status": 200}}""");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("/request/customMatcher/parameters", "statuspulse-signature: there is no secret");
        }
    }

    @Test
    void stubThatIsEditedWronglyStaysAsItIs() {
        try (Server server = Server.start(new StatusPulseSignatureMatcher())) {
            stub(server, Map.of("secret", "whsec_one"));
            UUID id = server.wireMock().getStubMappings().get(0).getId();

            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> server.wireMock()
                            .editStub(post("/hook")
                                    .withId(id)
                                    .andMatching(NAME, Parameters.one("secret", ""))
                                    .willReturn(ok())))
                    .withMessageContaining("secret is empty");
            assertThat(delivered(server, "whsec_one", Instant.now())).isEqualTo(200);
        }
    }

    @Test
    void verificationWithWrongParametersSaysSo() {
        try (Server server = Server.start(matcher(Optional.empty(), Map.of()))) {
            Http.post(server.url("/hook"), BODY);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> server.wireMock()
                            .verify(postRequestedFor(urlPathEqualTo("/hook")).andMatching(NAME)))
                    .withMessageStartingWith("statuspulse-signature: there is no secret");
        }
    }

    @Test
    void wireMockDiscoversWhatIsRegistered() {
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(StatusPulseSignatureMatcher.class);
        assertThat(ServiceLoader.load(ExtensionFactory.class))
                .hasAtLeastOneElementOfType(StatusPulseWebhookSigning.class);
        try (Server server = Server.start(options -> options.extensionScanningEnabled(true))) {
            stub(server, Map.of("secret", "whsec_one"));

            assertThat(delivered(server, "whsec_one", Instant.now())).isEqualTo(200);
            assertThat(delivered(server, "whsec_two", Instant.now())).isEqualTo(404);
        }
    }

    private static void stub(Server server, Map<String, Object> parameters) {
        server.wireMock()
                .stubFor(post("/hook")
                        .andMatching(NAME, Parameters.from(parameters))
                        .willReturn(ok()));
    }

    private static StatusPulseSignatureMatcher matcher(
            Optional<SignatureVerifier> inCode, Map<String, String> environment) {
        return new StatusPulseSignatureMatcher(
                new SignatureParameters(inCode, name -> Optional.ofNullable(environment.get(name))), Optional.empty());
    }

    private static int delivered(Server server, String secret, Instant at) {
        String timestamp = Long.toString(at.getEpochSecond());
        String signature = CallingReceiver.hex(secret, timestamp, BODY.getBytes(StandardCharsets.UTF_8));
        return Http.post(
                        server.url("/hook"),
                        BODY,
                        "X-StatusPulse-Timestamp",
                        timestamp,
                        "X-StatusPulse-Signature",
                        signature,
                        "Content-Type",
                        "application/json")
                .statusCode();
    }
}
