package io.statuspulse.simulator.wire;

import static io.statuspulse.simulator.wire.ScriptedServer.answering;
import static io.statuspulse.simulator.wire.Sending.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.HeaderLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReadingTest {
    private static final Delivery DELIVERY = Deliveries.post("{}");

    private static Response answer(String answer) throws Exception {
        return answer(answer, DELIVERY);
    }

    private static Response answer(String answer, Delivery delivery) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(answering(answer))) {
            Exchange exchange = send(server, delivery);
            assertThat(exchange.failure()).isEmpty();
            return exchange.response().orElseThrow();
        }
    }

    @Test
    void statusReasonHeadersAndBodyAreReadAsTheyCame() throws Exception {
        Response response = answer(
                "HTTP/1.1 401 Who is it\r\nX-One: 1\r\nx-ONE:  two \r\nX-E: \u00e9\r\nContent-Length: 3\r\n\r\nno\n");

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.reason()).isEqualTo("Who is it");
        assertThat(response.headers())
                .containsExactly(
                        new HeaderLine("X-One", "1"),
                        new HeaderLine("x-ONE", "two"),
                        new HeaderLine("X-E", "\u00e9"),
                        new HeaderLine("Content-Length", "3"));
        assertThat(response.body().asUtf8()).isEqualTo("no\n");
        assertThat(response.bodyTruncated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\nbody\r\n0\r\nTrailer: t\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody",
                "HTTP/1.1 200\r\nContent-Length: 4\r\n\r\nbody",
                "HTTP/1.1 200 OK\nContent-Length: 4\n\nbody",
                "HTTP/1.0 200 OK\r\n\r\nbody",
                "HTTP/1.1 200 OK\r\n\r\nbody",
                "\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody",
                "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody",
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody and more than was announced",
            })
    void everyFramingOfABodyIsUnderstood(String answer) throws Exception {
        Response response = answer(answer);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body().asUtf8()).isEqualTo("body");
        assertThat(response.bodyTruncated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 204 No Content", "HTTP/1.1 304 Not Modified", "HTTP/1.1 101 Switching Protocols"})
    void statusesWithoutABodyDoNotWaitForOne(String statusLine) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.readRequest();
            peer.send(statusLine + "\r\nContent-Length: 5\r\n\r\n");
            peer.hold();
        })) {
            Exchange exchange = send(server, DELIVERY);

            assertThat(exchange.failure()).isEmpty();
            assertThat(exchange.response().orElseThrow().body().size()).isZero();
        }
    }

    @Test
    void answersToHeadHaveNoBodyWhateverTheyAnnounce() throws Exception {
        String line = "HEAD /webhook HTTP/1.1";
        Delivery head = Deliveries.of(line, List.of(), Deliveries.write(Deliveries.head(line, 0)));
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 405 No\r\nContent-Length: 500\r\n\r\n");
            peer.hold();
        })) {
            Exchange exchange = send(server, head);

            assertThat(exchange.failure()).isEmpty();
            assertThat(exchange.status()).isEqualTo(405);
        }
    }

    @Test
    void aThousandHeaderLinesAreWithinTheBound() throws Exception {
        assertThat(answer("HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(999) + "Content-Length: 0\r\n\r\n")
                        .headers())
                .hasSize(1000);
    }

    @Test
    void aBodyBeyondWhatIsKeptIsReadToItsEndAndCut() throws Exception {
        Response response = answer("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(100_000));

        assertThat(response.body().size()).isEqualTo(64 * 1024);
        assertThat(response.bodyTruncated()).isTrue();
    }

    @Test
    void timesAreCountedAndTheClockDatesTheExchange() throws Exception {
        Instant now = Instant.parse("2026-11-23T12:00:00Z");
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
                    peer.readRequest();
                    peer.pause(30);
                    peer.send("HTTP/1.1 200 OK\r\n\r\n");
                    peer.pause(30);
                });
                SocketTransport transport = SocketTransport.create(
                        Deadlines.DEFAULT, TlsSettings.DEFAULT, Clock.fixed(now, ZoneOffset.UTC), Pace.REAL)) {
            Exchange exchange = transport.send(server.target(), DELIVERY);

            assertThat(exchange.startedAt()).isEqualTo(now);
            assertThat(exchange.delivery()).isSameAs(DELIVERY);
            assertThat(exchange.timings().connect()).isPositive();
            assertThat(exchange.timings().tls()).isZero();
            assertThat(exchange.timings().write()).isPositive();
            assertThat(exchange.timings().answer()).isPositive();
            assertThat(exchange.timings().read()).isPositive();
            // Which of them a pause falls into is for the scheduler to say: this thread may be late to look.
            assertThat(exchange.timings()
                            .write()
                            .plus(exchange.timings().answer())
                            .plus(exchange.timings().read()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(55));
        }
    }
}
