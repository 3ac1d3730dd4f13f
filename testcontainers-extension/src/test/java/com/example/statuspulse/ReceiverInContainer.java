package com.example.statuspulse;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.junit.StatusPulseConformance;
import io.statuspulse.testcontainers.ContainerReceiver;
import io.statuspulse.wiremock.DownstreamCalls;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ReceiverInContainer implements StatusPulseConformance {
    private static final String SECRET = "whsec_0123456789abcdef0123456789abcdef";
    private static final DownstreamCalls CALLS = DownstreamCalls.byBody();
    private static final WireMockServer SHOP =
            new WireMockServer(options().dynamicPort().extensions(CALLS));

    @BeforeAll
    static void start() {
        SHOP.start();
        SHOP.stubFor(post("/events").willReturn(ok()));
    }

    @AfterAll
    static void stop() {
        SHOP.stop();
    }

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.startedBy(ContainerReceiver.ofDockerfile(
                                Path.of("target/receiver/Dockerfile"), 8080, "/webhook/statuspulse")
                        .env("STATUSPULSE_SECRET", SECRET)
                        .env("DOWNSTREAM", ContainerReceiver.hostUrl(SHOP.port()) + "/events")
                        .reaching(SHOP.port()))
                .secret(SECRET)
                .effects(CALLS)
                .failures(eventId -> SHOP.stubFor(CALLS.failingOnce(eventId)));
    }
}
