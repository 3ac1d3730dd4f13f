package io.statuspulse.simulator.wire;

import static io.statuspulse.simulator.wire.Failure.Kind.ANSWER_TIMEOUT;
import static io.statuspulse.simulator.wire.Failure.Kind.CONNECTION_REFUSED;
import static io.statuspulse.simulator.wire.Failure.Kind.CONNECT_TIMEOUT;
import static io.statuspulse.simulator.wire.Failure.Kind.TLS_TIMEOUT;
import static io.statuspulse.simulator.wire.Failure.Kind.WRITE_TIMEOUT;
import static io.statuspulse.simulator.wire.Sending.DEADLINE;
import static io.statuspulse.simulator.wire.Sending.LONG;
import static io.statuspulse.simulator.wire.Sending.assertFailed;
import static io.statuspulse.simulator.wire.Sending.assertTimedOut;
import static io.statuspulse.simulator.wire.Sending.send;
import static io.statuspulse.simulator.wire.Sending.sendAnsweredSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.netfixtures.ClosedPort;
import io.statuspulse.simulator.delivery.Delivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class StalledPhaseTest {
    private static final Delivery DELIVERY = Deliveries.post("{}");
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void aPortThatNobodyListensOnRefuses() throws Exception {
        try (ClosedPort nobody = new ClosedPort()) {
            String host = "127.0.0.1:" + nobody.number();
            Exchange exchange = send(Target.of("http://" + host), DELIVERY, Deadlines.all(LONG), TlsSettings.DEFAULT);

            assertFailed(exchange, CONNECTION_REFUSED, host + " refused the connection");
        }
    }

    @Test
    void aFullBacklogTimesOutWhileConnecting() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Assumptions.assumeTrue(fill(listener, waiting), "this system drops no connections on a full backlog");
            Target target = Target.of("http://127.0.0.1:" + listener.getLocalPort());
            Exchange exchange = send(target, DELIVERY, new Deadlines(DEADLINE, LONG, LONG), TlsSettings.DEFAULT);

            assertTimedOut(exchange, CONNECT_TIMEOUT, "took no connection within 300 ms");
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static boolean fill(ServerSocket listener, List<Socket> waiting) throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort()), 200);
            } catch (SocketTimeoutException e) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aListenerThatNeverAcceptsGivesNoAnswer() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Target target = Target.of("http://127.0.0.1:" + listener.getLocalPort());
            Exchange exchange = send(target, DELIVERY, new Deadlines(LONG, LONG, DEADLINE), TlsSettings.DEFAULT);

            assertTimedOut(
                    exchange, ANSWER_TIMEOUT, "127.0.0.1:" + listener.getLocalPort() + " gave no answer within 300 ms");
            assertThat(exchange.response()).isEmpty();
        }
    }

    @Test
    void aTlsHandshakeThatIsNeverAnsweredTimesOut() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(Peer::hold)) {
            assertTimedOut(sendSecure(server), TLS_TIMEOUT, "did not finish the TLS handshake within 300 ms");
        }
    }

    @Test
    void aTlsHandshakeThatDripsTimesOut() throws Exception {
        // The head of a handshake record of 8 KiB, whose content comes byte by byte.
        String record = "\u0016\u0003\u0003 \u0000\u0002\u0000\u001f\u00fc" + "\u0003".repeat(8000);
        try (ScriptedServer server = ScriptedServer.plain(peer -> peer.drip(record))) {
            assertTimedOut(sendSecure(server), TLS_TIMEOUT, "did not finish the TLS handshake within 300 ms");
        }
    }

    private static Exchange sendSecure(ScriptedServer server) {
        return send(
                server.secureTarget("127.0.0.1"), DELIVERY, new Deadlines(DEADLINE, LONG, LONG), TlsSettings.DEFAULT);
    }

    @Test
    void aReceiverThatNeverReadsTimesOutWhileWriting() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(Peer::hold)) {
            Exchange exchange = send(server, Deliveries.large(32 * 1024 * 1024), new Deadlines(LONG, DEADLINE, LONG));

            assertTimedOut(exchange, WRITE_TIMEOUT, "did not take the request within 300 ms");
            assertThat(exchange.failure().orElseThrow().words()).contains(" of 33554");
        }
    }

    @Test
    void anAnswerThatWaitsWhenWritingStallsIsRead() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.readHead();
            peer.send("HTTP/1.1 413 Too much\r\nContent-Length: 0\r\n\r\n");
            peer.hold();
        })) {
            Exchange exchange = send(server, Deliveries.large(32 * 1024 * 1024), new Deadlines(LONG, DEADLINE, LONG));

            assertThat(exchange.failure()).isEmpty();
            assertThat(exchange.status()).isEqualTo(413);
        }
    }

    @Test
    void aReceiverThatNeverAnswersTimesOut() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.readRequest();
            peer.hold();
        })) {
            assertTimedOut(sendAnsweredSoon(server, DELIVERY), ANSWER_TIMEOUT, "gave no answer within 300 ms");
        }
    }

    @Test
    void anInterimAnswerIsNoAnswer() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 100 Continue\r\n\r\n");
            peer.hold();
        })) {
            assertTimedOut(sendAnsweredSoon(server, DELIVERY), ANSWER_TIMEOUT, "gave no final answer within 300 ms");
        }
    }

    @Test
    void aHeadThatDripsTimesOut() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.readRequest();
            peer.drip(OK + "X-Long: " + "x".repeat(5000));
        })) {
            Exchange exchange = sendAnsweredSoon(server, DELIVERY);

            assertTimedOut(exchange, ANSWER_TIMEOUT, "gave no whole head of an answer within 300 ms; what came begins");
            assertThat(exchange.response()).isEmpty();
        }
    }

    @Test
    void aBodyThatDripsTimesOutWithItsHead() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.readRequest();
            peer.send(OK + "Content-Length: 5000\r\n\r\n");
            peer.drip("x".repeat(5000));
        })) {
            Exchange exchange = sendAnsweredSoon(server, DELIVERY);

            assertTimedOut(exchange, ANSWER_TIMEOUT, "did not finish the body of its answer within 300 ms (");
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.response().orElseThrow().bodyTruncated()).isTrue();
            assertThat(exchange.response().orElseThrow().body().size()).isBetween(1, 4999);
        }
    }

    @Test
    void aBodyThatStopsTimesOutWithItsHead() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.readRequest();
            peer.send(OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
            peer.hold();
        })) {
            Exchange exchange = sendAnsweredSoon(server, DELIVERY);

            assertTimedOut(exchange, ANSWER_TIMEOUT, "(5 bytes came)");
            assertThat(exchange.response().orElseThrow().body().asUtf8()).isEqualTo("hello");
        }
    }
}
