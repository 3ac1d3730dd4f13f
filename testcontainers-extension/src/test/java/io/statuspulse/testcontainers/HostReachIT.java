package io.statuspulse.testcontainers;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.statuspulse.conformance.run.WireMockEffectProbe;
import io.statuspulse.conformance.start.ReceiverStartException;
import io.statuspulse.conformance.start.RunningReceiver;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.verdict.Report;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A receiver in a container that calls a service on the machine of the tests. */
@ExtendWith(Engine.class)
class HostReachIT {
    @Test
    void whatTheReceiverDoesIsCountedOnTheHost() {
        String host = Engine.host().getHostAddress();
        WireMockServer downstream = serverAt(host);
        try (RunningReceiver running = receiverCalling(downstream.port()).start()) {
            WireMockEffectProbe effects =
                    new WireMockEffectProbe("http://" + host + ":" + downstream.port(), Duration.ofSeconds(10));
            Report report = Runs.of(Selection.of(Profile.DEFAULT), running, settings -> settings.effects(effects));

            assertThat(report.effectsObserved()).isTrue();
            assertThat(Runs.troubles(report)).isEmpty();
            assertThat(downstream.getAllServeEvents())
                    .hasSizeGreaterThan(50)
                    .extracting(event -> event.getRequest().getHeader("Host"))
                    .containsOnly("host.docker.internal:" + downstream.port());
        } finally {
            downstream.stop();
        }
    }

    /** Else every event would seem to have no effect, and nobody would know why. */
    @Test
    void serverThatAContainerCannotReachIsNamed() {
        assumeFalse(Engine.host().isLoopbackAddress(), "this Docker leads to loopback");
        WireMockServer downstream = serverAt("127.0.0.1");
        try {
            assertThatThrownBy(() -> receiverCalling(downstream.port()).start().close())
                    .isInstanceOf(ReceiverStartException.class)
                    .hasMessageContaining("port " + downstream.port() + " of this machine")
                    .hasMessageContaining("let it listen on " + Engine.host().getHostAddress())
                    .hasMessageContaining("or on 0.0.0.0");
        } finally {
            downstream.stop();
        }
    }

    @Test
    void serverThatMayComeLaterIsNotAskedFor() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThatCode(() -> receiverCalling(port).start().close()).doesNotThrowAnyException();
    }

    private static WireMockServer serverAt(String address) {
        WireMockServer server =
                new WireMockServer(options().bindAddress(address).dynamicPort());
        server.start();
        server.stubFor(post(anyUrl()).willReturn(ok()));
        return server;
    }

    private static ContainerReceiver receiverCalling(int port) {
        return Images.receiver().reaching(port).env("DOWNSTREAM", ContainerReceiver.hostUrl(port) + "/events");
    }
}
