package io.statuspulse.simulator.wire;

import static io.statuspulse.simulator.wire.Failure.Kind.TLS_FAILED;
import static io.statuspulse.simulator.wire.ScriptedServer.answering;
import static io.statuspulse.simulator.wire.Sending.DEADLINE;
import static io.statuspulse.simulator.wire.Sending.LONG;
import static io.statuspulse.simulator.wire.Sending.assertFailed;
import static io.statuspulse.simulator.wire.Sending.assertTimedOut;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.wire.ScriptedServer.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final Delivery DELIVERY = Deliveries.post("{}");
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final TlsSettings INSECURE = new TlsSettings(Optional.empty(), true);

    @TempDir
    static Path directory;

    private static Certificates good;
    private static Certificates otherHost;

    @BeforeAll
    static void makeCertificates() throws Exception {
        good = Certificates.signed(directory, "good", "ip:127.0.0.1,dns:localhost");
        otherHost = Certificates.selfSigned(directory, "other", "dns:other.example");
    }

    private static TlsSettings trusting(Certificates certificates) {
        return new TlsSettings(Optional.of(certificates.pem()), false);
    }

    private static Exchange send(Certificates presented, TlsSettings tls, Script script) throws Exception {
        return send(presented, tls, Deadlines.all(LONG), DELIVERY, script);
    }

    private static Exchange send(
            Certificates presented, TlsSettings tls, Deadlines deadlines, Delivery delivery, Script script)
            throws Exception {
        try (ScriptedServer server = ScriptedServer.secure(presented.context(), script)) {
            return Sending.send(server.secureTarget("127.0.0.1"), delivery, deadlines, tls);
        }
    }

    @Test
    void aTrustedCertificateOfTheHostIsTakenByAddressAndByName() throws Exception {
        for (String host : new String[] {"127.0.0.1", "localhost", "LOCALHOST"}) {
            try (ScriptedServer server = ScriptedServer.secure(good.context(), answering(OK))) {
                Exchange exchange =
                        Sending.send(server.secureTarget(host), DELIVERY, Deadlines.all(LONG), trusting(good));

                assertThat(exchange.failure()).isEmpty();
                assertThat(exchange.response().orElseThrow().body().asUtf8()).isEqualTo("ok");
                assertThat(exchange.timings().tls()).isPositive();
            }
        }
    }

    @Test
    void aCertificateThatNoRootSignedIsRefused() throws Exception {
        assertFailed(
                send(good, TlsSettings.DEFAULT, answering(OK)), TLS_FAILED, "is not signed by a root that is trusted");
        assertFailed(
                send(good, trusting(otherHost), answering(OK)), TLS_FAILED, "is not signed by a root that is trusted");
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        assertFailed(
                send(otherHost, trusting(otherHost), answering(OK)),
                TLS_FAILED,
                "is not made out for the host '127.0.0.1'");
    }

    @Test
    void aCertificateOutsideItsValidityIsRefused() throws Exception {
        String[] past = {"-startdate", "-10d", "-validity", "5"};
        Certificates expired = Certificates.signed(directory, "expired", "ip:127.0.0.1", past);
        Certificates trusted = Certificates.selfSigned(directory, "trusted", "ip:127.0.0.1", past);
        Certificates early = Certificates.selfSigned(directory, "early", "ip:127.0.0.1", "-startdate", "+10d");

        assertFailed(send(expired, trusting(expired), answering(OK)), TLS_FAILED, "has expired");
        assertFailed(send(trusted, trusting(trusted), answering(OK)), TLS_FAILED, "has expired");
        assertFailed(send(early, trusting(early), answering(OK)), TLS_FAILED, "is not valid yet");
    }

    @Test
    void insecureTakesEveryCertificate() throws Exception {
        assertThat(send(good, INSECURE, answering(OK)).status()).isEqualTo(200);
        assertThat(send(otherHost, INSECURE, answering(OK)).status()).isEqualTo(200);
    }

    @Test
    void aReceiverThatSpeaksPlainHttpIsNamed() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.read(5);
            peer.send("HTTP/1.1 400 Bad Request\r\n\r\n");
        })) {
            assertFailed(sendTo(server), TLS_FAILED, "does not speak TLS (perhaps it is plain HTTP)");
        }
    }

    @Test
    void aConnectionThatEndsInTheHandshakeIsNamed() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> peer.read(5), Peer::reset)) {
            assertFailed(sendTo(server), TLS_FAILED, "closed the connection during the TLS handshake");
            assertFailed(sendTo(server), TLS_FAILED, "closed the connection during the TLS handshake");
        }
    }

    @Test
    void anAlertInTheHandshakeIsNamed() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.read(5);
            peer.send("\u0015\u0003\u0003\u0000\u0002\u0002(");
        })) {
            assertFailed(sendTo(server), TLS_FAILED, "handshake_failure");
        }
    }

    private static Exchange sendTo(ScriptedServer server) {
        return Sending.send(server.secureTarget("127.0.0.1"), DELIVERY, Deadlines.all(LONG), INSECURE);
    }

    @Test
    void aReceiverThatNeverReadsTimesOutWhileWriting() throws Exception {
        Exchange exchange =
                send(good, INSECURE, new Deadlines(LONG, DEADLINE, LONG), Deliveries.large(32 * 1024 * 1024), peer -> {
                    peer.readHead();
                    peer.hold();
                });

        assertTimedOut(exchange, Failure.Kind.WRITE_TIMEOUT, "did not take the request within 300 ms");
    }

    @Test
    void aReceiverThatNeverAnswersOrDripsTimesOut() throws Exception {
        Deadlines soon = new Deadlines(LONG, LONG, DEADLINE);
        Exchange silent = send(good, INSECURE, soon, DELIVERY, peer -> {
            peer.readRequest();
            peer.hold();
        });
        Exchange dripping = send(good, INSECURE, soon, DELIVERY, peer -> {
            peer.readRequest();
            peer.drip("HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(5000));
        });

        assertTimedOut(silent, Failure.Kind.ANSWER_TIMEOUT, "gave no answer within 300 ms");
        assertTimedOut(dripping, Failure.Kind.ANSWER_TIMEOUT, "gave no whole head of an answer within 300 ms");
    }

    @Test
    void aResetAfterTheHandshakeIsNoFailureOfTls() throws Exception {
        Exchange exchange = send(good, INSECURE, peer -> {
            peer.readRequest();
            peer.reset();
        });

        assertFailed(exchange, Failure.Kind.RESET, "before it answered");
    }

    @Test
    void anAnswerBeforeTheEndOfTheRequestIsRead() throws Exception {
        Exchange exchange = send(good, INSECURE, Deadlines.all(LONG), Deliveries.large(32 * 1024 * 1024), peer -> {
            peer.readHead();
            peer.send("HTTP/1.1 413 Too much\r\nContent-Length: 4\r\n\r\nstop");
            peer.pause(50);
            peer.reset();
        });

        assertThat(exchange.status()).isEqualTo(413);
        assertThat(exchange.failure()).isEmpty();
    }

    @Test
    void silenceInsteadOfContinueLeavesTheConnectionUsable() throws Exception {
        BlockingQueue<String> received = new ArrayBlockingQueue<>(1);
        Exchange exchange = send(
                good, INSECURE, Deadlines.all(LONG), RequestWritingTest.expecting(Duration.ofMillis(100)), peer -> {
                    peer.readHead();
                    received.add(peer.read(2));
                    peer.send(OK);
                });

        assertThat(exchange.failure()).isEmpty();
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("{}");
    }

    @Test
    void aConnectionIsReusedAndReplacedAfterTheReceiverClosedIt() throws Exception {
        Script twice = peer -> {
            for (int i = 0; i < 2; i++) {
                peer.readRequest();
                peer.send(OK);
            }
        };
        try (ScriptedServer server = ScriptedServer.secure(good.context(), twice);
                SocketTransport transport = SocketTransport.create(Deadlines.all(LONG), trusting(good));
                Transport.Connection connection = transport.open(server.secureTarget("localhost"))) {
            for (boolean reused : new boolean[] {false, true, false, true}) {
                assertThat(connection.send(DELIVERY).failure()).isEmpty();
                assertThat(connection.reused()).isEqualTo(reused);
            }
            assertThat(server.connections()).isEqualTo(2);
        }
    }
}
