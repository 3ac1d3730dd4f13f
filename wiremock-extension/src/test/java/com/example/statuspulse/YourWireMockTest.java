package com.example.statuspulse;

import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.statuspulse.junit.IdempotencyConformance;
import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.wiremock.DownstreamCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class YourWireMockTest implements IdempotencyConformance {
    private static final DownstreamCalls TICKETS =
            DownstreamCalls.byHeader("X-Event-Id").only(postRequestedFor(urlPathEqualTo("/tickets")));

    @RegisterExtension
    static final WireMockExtension WIREMOCK = WireMockExtension.newInstance()
            .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort().extensions(TICKETS))
            .resetOnEachTest(false)
            .build();

    private static TicketReceiver receiver;

    @BeforeAll
    static void start() {
        WIREMOCK.stubFor(post("/tickets").willReturn(created()));
        receiver = TicketReceiver.start("http://127.0.0.1:" + WIREMOCK.getPort());
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.at(receiver.url())
                .secret("whsec_0123456789abcdef0123456789abcdef")
                .effects(TICKETS)
                .failures(eventId -> WIREMOCK.stubFor(TICKETS.failingOnce(eventId)));
    }
}
