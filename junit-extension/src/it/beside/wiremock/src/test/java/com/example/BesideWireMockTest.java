package com.example;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonSchema;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.junit.ConformanceTest;
import io.statuspulse.junit.ReceiverProvider;
import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.junit.ScenarioRun;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service that tells a shop of each event, for which a WireMock stands. */
class BesideWireMockTest implements ReceiverProvider {
    private static final Pattern EVENT_ID = Pattern.compile("evt_[0-9a-f]{12}");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final WireMockServer SHOP = new WireMockServer(options().dynamicPort());
    private static final Service SERVICE = new Service(
            body -> {
                Matcher id = EVENT_ID.matcher(new String(body, "UTF-8"));
                return id.find() ? Optional.of(id.group()) : Optional.empty();
            },
            eventId -> tell("/events/" + eventId, "{\"event_id\":\"" + eventId + "\"}"));

    @BeforeAll
    static void start() {
        SHOP.start();
        SHOP.stubFor(post(urlPathMatching("/events/.*")).atPriority(9).willReturn(notFound()));
        // The one of its matchers that its JSON Schema validator is for.
        SHOP.stubFor(post(urlPathMatching("/events/.*"))
                .withRequestBody(matchingJsonSchema("{\"type\":\"object\",\"required\":[\"event_id\"]}"))
                .willReturn(ok()));
    }

    @AfterAll
    static void stop() {
        SHOP.stop();
    }

    private static int tell(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SHOP.baseUrl() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.inProcess(SERVICE.receiver())
                .secret(Service.SECRET)
                .effects(eventId -> SHOP.findAll(postRequestedFor(urlEqualTo("/events/" + eventId)))
                        .size());
    }

    @ConformanceTest(profile = Profile.QUICK)
    void conforms(ScenarioRun run) {
        run.verify();
    }

    @Test
    void it_matches_by_schema() throws Exception {
        assertEquals(200, tell("/events/of-schema", "{\"event_id\":\"evt_1\"}"));
        assertEquals(404, tell("/events/of-schema", "{\"check_id\":\"chk_1\"}"));
    }
}
