package io.statuspulse.simulator.wire;

import static io.statuspulse.simulator.wire.Failure.Kind.CLOSED_WITHOUT_ANSWER;
import static io.statuspulse.simulator.wire.Failure.Kind.RESET;
import static io.statuspulse.simulator.wire.Sending.LONG;
import static io.statuspulse.simulator.wire.Sending.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.wire.ScriptedServer.Script;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptConnectionTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final Delivery DELIVERY = Deliveries.post("{}");

    /** Sends that answer to every request, until the connection ends. */
    private static Script keeping(String answer) {
        return peer -> {
            while (true) {
                peer.readRequest();
                peer.send(answer);
            }
        };
    }

    private static SocketTransport transport() {
        return SocketTransport.create(Deadlines.all(LONG), TlsSettings.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OK + "Content-Length: 2\r\n\r\nok",
                OK + "Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n",
                OK + "Content-Length: 70000\r\n\r\n", // its body is added below
            })
    void aConnectionIsReusedWhereTheAnswerHasAnEnd(String answer) throws Exception {
        String whole = answer.contains("70000") ? answer + "x".repeat(70_000) : answer;
        try (ScriptedServer server = ScriptedServer.plain(keeping(whole));
                SocketTransport transport = transport();
                Transport.Connection connection = transport.open(server.target())) {
            assertThat(connection.send(DELIVERY).failure()).isEmpty();
            assertThat(connection.reused()).isFalse();
            for (int i = 0; i < 3; i++) {
                Exchange next = connection.send(DELIVERY);
                assertThat(next.failure()).isEmpty();
                assertThat(next.timings().connect()).isZero();
                assertThat(connection.reused()).isTrue();
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatIsKeptHasNotEndedAndOneThatIsClosedHas() throws Exception {
        CountDownLatch close = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
                    peer.readRequest();
                    peer.send(OK + "Content-Length: 0\r\n\r\n");
                    close.await();
                });
                SocketTransport transport = transport();
                Transport.Connection connection = transport.open(server.target())) {
            assertThat(connection.endedWithin(LONG))
                    .as("before anything is sent")
                    .isTrue();
            connection.send(DELIVERY);
            assertThat(connection.endedWithin(Duration.ofMillis(50))).isFalse();
            close.countDown();
            assertThat(connection.endedWithin(LONG)).isTrue();
        }
    }

    @Test
    void aConnectionCanBeMadeBeforeAnythingIsSent() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(keeping(OK + "Content-Length: 0\r\n\r\n"));
                SocketTransport transport = transport();
                Transport.Connection connection = transport.open(server.target())) {
            assertThat(connection.connect()).isEmpty();
            assertThat(connection.send(DELIVERY).status()).isEqualTo(200);
            assertThat(connection.reused()).isTrue();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatCannotBeMadeSaysWhy() throws Exception {
        ScriptedServer server = ScriptedServer.plain(peer -> {});
        server.close();
        try (SocketTransport transport = transport();
                Transport.Connection connection = transport.open(server.target())) {
            assertThat(connection.connect().orElseThrow().kind()).isEqualTo(Failure.Kind.CONNECTION_REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OK + "Connection: close\r\nContent-Length: 0\r\n\r\n",
                OK + "Connection: x, Close\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                OK + "Content-Length: 1\r\n\r\ntoo much of it",
            })
    void aConnectionIsNotReusedWhereTheAnswerForbidsIt(String answer) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(keeping(answer));
                SocketTransport transport = transport();
                Transport.Connection connection = transport.open(server.target())) {
            for (int i = 1; i <= 3; i++) {
                assertThat(connection.send(DELIVERY).failure()).isEmpty();
                assertThat(connection.reused()).isFalse();
                assertThat(server.connections()).isEqualTo(i);
            }
        }
    }

    @Test
    void aConnectionIsNotReusedWhereTheDeliveryForbidsIt() throws Exception {
        Delivery closing = Deliveries.of(
                Deliveries.POST,
                List.of(new HeaderLine("connection", "close")),
                Deliveries.write(Deliveries.head(Deliveries.POST, 0)));
        try (ScriptedServer server = ScriptedServer.plain(keeping(OK + "Content-Length: 0\r\n\r\n"));
                SocketTransport transport = transport();
                Transport.Connection connection = transport.open(server.target())) {
            connection.send(closing);
            connection.send(DELIVERY);

            assertThat(connection.reused()).isFalse();
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionThatTheReceiverClosesAtTheSecondDeliveryIsReplacedOnce() throws Exception {
        Script closesAtSecond = peer -> {
            peer.readRequest();
            peer.send(OK + "Content-Length: 0\r\n\r\n");
            peer.readRequest();
        };
        try (ScriptedServer server =
                        ScriptedServer.plain(closesAtSecond, keeping(OK + "Content-Length: 3\r\n\r\nnew"));
                SocketTransport transport = transport();
                Transport.Connection connection = transport.open(server.target())) {
            connection.send(DELIVERY);
            Exchange second = connection.send(DELIVERY);

            assertThat(second.failure()).isEmpty();
            assertThat(second.response().orElseThrow().body().asUtf8()).isEqualTo("new");
            assertThat(connection.reused()).isFalse();
            assertThat(server.connections()).isEqualTo(2);
            connection.send(DELIVERY);
            assertThat(connection.reused()).isTrue();
        }
    }

    @Test
    void aConnectionThatIsResetAtTheSecondDeliveryIsReplacedButANewOneIsNot() throws Exception {
        Script resetsAtSecond = peer -> {
            peer.readRequest();
            peer.send(OK + "Content-Length: 0\r\n\r\n");
            peer.readRequest();
            peer.reset();
        };
        try (ScriptedServer server = ScriptedServer.plain(resetsAtSecond, peer -> {
                    peer.readRequest();
                    peer.reset();
                });
                SocketTransport transport = transport();
                Transport.Connection connection = transport.open(server.target())) {
            connection.send(DELIVERY);

            assertFailed(connection.send(DELIVERY), RESET, "before it answered");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aNewConnectionThatIsClosedIsNotTriedAgain() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(Peer::readRequest);
                SocketTransport transport = transport();
                Transport.Connection connection = transport.open(server.target())) {
            assertFailed(connection.send(DELIVERY), CLOSED_WITHOUT_ANSWER, "closed the connection");
            assertThat(server.connections()).isEqualTo(1);
            assertFailed(connection.send(DELIVERY), CLOSED_WITHOUT_ANSWER, "closed the connection");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aDeliveryWhoseAnswerBeganIsNotSentAgain() throws Exception {
        Script breaksAtSecond = peer -> {
            peer.readRequest();
            peer.send(OK + "Content-Length: 0\r\n\r\n");
            peer.readRequest();
            peer.send("H");
        };
        try (ScriptedServer server = ScriptedServer.plain(breaksAtSecond);
                SocketTransport transport = transport();
                Transport.Connection connection = transport.open(server.target())) {
            connection.send(DELIVERY);

            assertFailed(connection.send(DELIVERY), Failure.Kind.MALFORMED_ANSWER, "ended in the head");
            assertThat(connection.reused()).isTrue();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatNobodyAskedForIsNotTakenForTheNextOne() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch tired = new CountDownLatch(1);
        Script tires = peer -> {
            peer.readRequest();
            peer.send(OK + "Content-Length: 0\r\n\r\n");
            answered.await();
            peer.send("HTTP/1.1 408 Tired\r\nContent-Length: 0\r\n\r\n");
            tired.countDown();
            peer.hold();
        };
        try (ScriptedServer server = ScriptedServer.plain(tires, keeping(OK + "Content-Length: 0\r\n\r\n"));
                SocketTransport transport = transport();
                Transport.Connection connection = transport.open(server.target())) {
            assertThat(connection.send(DELIVERY).status()).isEqualTo(200);
            answered.countDown();
            assertThat(tired.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(connection.send(DELIVERY).status()).isEqualTo(200);
            assertThat(connection.reused()).isFalse();
        }
    }

    @Test
    void sendingWithoutAConnectionClosesItAfterwards() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
                    peer.readRequest();
                    peer.send(OK + "Content-Length: 0\r\n\r\n");
                    if (peer.readAll().isEmpty()) {
                        closed.countDown();
                    }
                });
                SocketTransport transport = transport()) {
            assertThat(transport.send(server.target(), DELIVERY).status()).isEqualTo(200);
            assertThat(closed.await(10, TimeUnit.SECONDS)).as("closed in order").isTrue();
        }
    }
}
