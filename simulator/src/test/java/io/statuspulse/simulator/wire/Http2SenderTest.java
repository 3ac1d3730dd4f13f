package io.statuspulse.simulator.wire;

import static io.statuspulse.simulator.wire.Sending.DEADLINE;
import static io.statuspulse.simulator.wire.Sending.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.tlsfixtures.Identity;
import io.statuspulse.tlsfixtures.Issuing;
import io.statuspulse.tlsfixtures.Secured;
import io.statuspulse.tlsfixtures.TlsFront;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Http2SenderTest {
    private static final Identity ROOT = Issuing.authority("Root").issue();
    private static final Identity OWN = Issuing.server(ROOT).issue();
    private static final Delivery DELIVERY = new Delivery(
            null,
            "",
            "POST /webhook?x=1 HTTP/1.1",
            List.of(
                    new HeaderLine("Host", "localhost"),
                    new HeaderLine("Content-Length", "2"),
                    new HeaderLine("X-StatusPulse-Signature", "abc")),
            Bytes.utf8("{}"),
            List.of(),
            null);

    @TempDir
    static Path directory;

    private static Http2Exchange send(int port, Deadlines deadlines) throws IOException {
        TlsSettings tls = new TlsSettings(Optional.of(ROOT.writePem(directory.resolve("root.pem"))), false);
        return new Http2Sender(deadlines, tls, Clock.systemUTC())
                .send(Target.of("https://localhost:" + port + "/webhook"), DELIVERY);
    }

    private static Http2Exchange served(boolean http2, Deadlines deadlines, HttpHandler handler) throws IOException {
        Undertow server = Undertow.builder()
                .addHttpsListener(0, "127.0.0.1", OWN.context())
                .setServerOption(UndertowOptions.ENABLE_HTTP2, http2)
                .setHandler(handler)
                .setWorkerThreads(2)
                .setIoThreads(1)
                .build();
        server.start();
        try {
            InetSocketAddress address =
                    (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
            return send(address.getPort(), deadlines);
        } finally {
            server.stop();
        }
    }

    @Test
    void aDeliveryGoesOverHttp2WithItsHeadersAndBody() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        Http2Exchange sent = served(
                true,
                Deadlines.all(LONG),
                exchange -> exchange.getRequestReceiver()
                        .receiveFullString(
                                (handled, body) -> {
                                    seen.add(handled.getProtocol() + " " + handled.getRequestMethod() + " "
                                            + handled.getRequestURI()
                                            + " " + handled.getQueryString() + " "
                                            + handled.getRequestHeaders().getFirst("X-StatusPulse-Signature") + " "
                                            + body);
                                    handled.getResponseHeaders().put(new HttpString("X-Answer"), "yes");
                                    handled.getResponseSender().send("taken");
                                },
                                StandardCharsets.UTF_8));

        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("HTTP/2.0 POST /webhook x=1 abc {}");
        assertThat(sent.overHttp2()).isTrue();
        assertThat(sent.exchange().failure()).isEmpty();
        assertThat(sent.exchange().status()).isEqualTo(200);
        assertThat(sent.exchange().response().orElseThrow().body().asUtf8()).isEqualTo("taken");
        assertThat(sent.exchange().response().orElseThrow().header("x-answer")).contains("yes");
    }

    @Test
    void aServerWithoutHttp2IsTold() throws Exception {
        Http2Exchange sent = served(false, Deadlines.all(LONG), exchange -> exchange.setStatusCode(204));

        assertThat(sent.overHttp2()).isFalse();
        assertThat(sent.exchange().status()).isEqualTo(204);
        assertThat(offered(false)).isEmpty();
        assertThat(offered(true)).isEqualTo("h2");
    }

    private static String offered(boolean http2) throws IOException {
        Undertow server = Undertow.builder()
                .addHttpsListener(0, "127.0.0.1", OWN.context())
                .setServerOption(UndertowOptions.ENABLE_HTTP2, http2)
                .build();
        server.start();
        try (TlsProbe probe = new TlsProbe(Deadlines.all(LONG))) {
            InetSocketAddress address =
                    (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
            Handshake handshake = probe.handshake(
                    Target.of("https://localhost:" + address.getPort() + "/"), Set.of(), List.of("h2", "http/1.1"));
            assertThat(handshake.failure()).isEmpty();
            return handshake.applicationProtocol().equals("http/1.1") ? "" : handshake.applicationProtocol();
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatNeverAnswersTimesOut() throws Exception {
        Deadlines deadlines = new Deadlines(Duration.ofSeconds(2), DEADLINE, DEADLINE);
        // A handler that is dispatched and never goes on keeps the exchange open.
        Http2Exchange sent = served(true, deadlines, exchange -> exchange.dispatch(() -> {}));

        assertThat(sent.exchange().failure().orElseThrow().kind()).isEqualTo(Failure.Kind.ANSWER_TIMEOUT);
    }

    @Test
    void aServerThatBreaksOffIsAFailure() throws Exception {
        try (ScriptedServer receiver = ScriptedServer.plain(peer -> peer.read(5));
                TlsFront front = TlsFront.to(receiver.port(), Secured.jdk(OWN))) {
            Http2Exchange sent = send(front.port(), Deadlines.all(LONG));

            assertThat(sent.exchange().failure()).isPresent();
            assertThat(sent.overHttp2()).isFalse();
        }
    }

    @Test
    void aCertificateThatIsNotTrustedIsRefused() throws Exception {
        try (ScriptedServer receiver = ScriptedServer.plain(peer -> peer.read(5));
                TlsFront front = TlsFront.to(
                        receiver.port(),
                        Secured.jdk(Issuing.of("x").dns("localhost").issue()))) {
            Failure failure =
                    send(front.port(), Deadlines.all(LONG)).exchange().failure().orElseThrow();

            assertThat(failure.kind()).isEqualTo(Failure.Kind.TLS_FAILED);
            assertThat(failure.words()).contains("is not signed by a root that is trusted");
        }
    }

    @Test
    void plainHttpIsRefused() {
        assertThatThrownBy(() -> new Http2Sender(Deadlines.DEFAULT, TlsSettings.DEFAULT, Clock.systemUTC())
                        .send(Target.of("http://localhost:1/"), DELIVERY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not https");
    }
}
