package io.statuspulse.simulator.wire;

import static io.statuspulse.simulator.wire.Sending.DEADLINE;
import static io.statuspulse.simulator.wire.Sending.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.netfixtures.ClosedPort;
import io.statuspulse.simulator.tls.ClientHello;
import io.statuspulse.simulator.tls.HelloAnswer;
import io.statuspulse.simulator.tls.TlsVersion;
import io.statuspulse.tlsfixtures.Identity;
import io.statuspulse.tlsfixtures.Issuing;
import io.statuspulse.tlsfixtures.Secured;
import io.statuspulse.tlsfixtures.TlsFront;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ProtocolVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsProbeTest {
    private static final Identity ROOT =
            Issuing.authority("Root").key("RSA", 2048).issue();
    private static final Identity RSA = Issuing.server(ROOT).key("RSA", 2048).issue();
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static ScriptedServer receiver;

    @BeforeAll
    static void startReceiver() throws IOException {
        receiver = ScriptedServer.plain(ScriptedServer.answering(OK));
    }

    @AfterAll
    static void stopReceiver() throws IOException {
        receiver.close();
    }

    private static ClientHello upTo(TlsVersion version) {
        return ClientHello.upTo(version, "localhost", new SplittableRandom(3));
    }

    private static HelloAnswer hello(Secured secured, ClientHello hello) throws IOException {
        try (TlsFront front = TlsFront.to(receiver.port(), secured)) {
            return hello(front.port(), hello, LONG);
        }
    }

    private static HelloAnswer hello(int port, ClientHello hello, Duration deadline) {
        try (TlsProbe probe = new TlsProbe(Deadlines.all(deadline))) {
            return probe.hello(Target.of("https://localhost:" + port + "/"), hello);
        }
    }

    private static Handshake handshake(Secured secured, Set<TlsVersion> versions, String... protocols)
            throws IOException {
        try (TlsFront front = TlsFront.to(receiver.port(), secured);
                TlsProbe probe = new TlsProbe(Deadlines.all(LONG))) {
            return probe.handshake(Target.of("https://localhost:" + front.port() + "/"), versions, List.of(protocols));
        }
    }

    /** Which hello is agreed to, by which server. */
    @ParameterizedTest
    @CsvSource({
        "TLSv10, TLS_1_0, true, TLS 1.0",
        "TLSv10, TLS_1_1, true, TLS 1.0",
        "TLSv11, TLS_1_0, false, 70 (protocol_version)",
        "TLSv11, TLS_1_1, true, TLS 1.1",
        "TLSv12, TLS_1_0, false, 70 (protocol_version)",
        "TLSv12, TLS_1_1, false, 70 (protocol_version)",
        "TLSv12, TLS_1_2, true, TLS 1.2"
    })
    void oldServersAgreeToTheirOwnVersionOnly(String server, TlsVersion offered, boolean agreed, String words)
            throws Exception {
        ProtocolVersion version =
                (ProtocolVersion) ProtocolVersion.class.getField(server).get(null);
        HelloAnswer answer = hello(Secured.old(RSA, List.of(version)), upTo(offered));

        assertThat(answer).isInstanceOf(agreed ? HelloAnswer.Agreed.class : HelloAnswer.Alert.class);
        assertThat(answer.words()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.2, TLS_1_2, true",
        "TLSv1.2, TLS_1_1, false",
        "TLSv1.2, TLS_1_0, false",
        "TLSv1.3, TLS_1_2, false",
        "TLSv1.3, TLS_1_0, false"
    })
    void aJdkServerAgreesToNoOldVersion(String server, TlsVersion offered, boolean agreed) throws IOException {
        for (Identity identity : List.of(RSA, Issuing.server(ROOT).issue())) {
            HelloAnswer answer = hello(Secured.jdk(identity, server), upTo(offered));

            assertThat(answer)
                    .as(answer.words())
                    .isInstanceOf(agreed ? HelloAnswer.Agreed.class : HelloAnswer.Alert.class);
        }
    }

    @Test
    void weakSuitesAreAgreedOnOnlyWhereTheServerHasThem() throws IOException {
        ClientHello weak = ClientHello.weakSuites("localhost", new SplittableRandom(3));
        int[] some = {
            CipherSuite.TLS_RSA_WITH_3DES_EDE_CBC_SHA,
            CipherSuite.TLS_RSA_WITH_NULL_SHA256,
            CipherSuite.TLS_DH_anon_WITH_AES_128_CBC_SHA
        };
        for (int suite : some) {
            for (ProtocolVersion version : List.of(ProtocolVersion.TLSv12, ProtocolVersion.TLSv10)) {
                if (suite == CipherSuite.TLS_RSA_WITH_NULL_SHA256 && version.equals(ProtocolVersion.TLSv10)) {
                    continue; // it came with TLS 1.2
                }
                HelloAnswer answer = hello(Secured.old(RSA, List.of(version), suite), weak);

                assertThat(answer).as(answer.words()).isInstanceOf(HelloAnswer.Agreed.class);
                assertThat(((HelloAnswer.Agreed) answer).suite().number()).isEqualTo(suite);
            }
        }
        assertThat(hello(Secured.jdk(RSA), weak)).isEqualTo(new HelloAnswer.Alert(40));
        assertThat(hello(
                        Secured.old(
                                RSA,
                                List.of(ProtocolVersion.TLSv12),
                                CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256),
                        weak))
                .isEqualTo(new HelloAnswer.Alert(40));
    }

    @Test
    void aServerThatEndsTheConnectionRefusesToo() throws IOException {
        try (ScriptedServer server = ScriptedServer.plain(
                peer -> peer.read(5), Peer::reset, peer -> peer.send("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            assertThat(hello(server.port(), upTo(TlsVersion.TLS_1_0), LONG)).isInstanceOf(HelloAnswer.Closed.class);
            assertThat(hello(server.port(), upTo(TlsVersion.TLS_1_0), LONG)).isInstanceOf(HelloAnswer.Closed.class);
            assertThat(hello(server.port(), upTo(TlsVersion.TLS_1_0), LONG)).isInstanceOf(HelloAnswer.NotTls.class);
        }
    }

    @Test
    void silenceAndNoServerAreFailures() throws IOException {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.read(5);
            peer.drip("\u0016\u0003\u0001\u0010\u0000" + "x".repeat(4000));
        })) {
            HelloAnswer answer = hello(server.port(), upTo(TlsVersion.TLS_1_0), DEADLINE);

            assertThat(answer).isInstanceOf(HelloAnswer.Failed.class);
            assertThat(((HelloAnswer.Failed) answer).kind()).isEqualTo("tls-timeout");
            assertThat(answer.words()).contains("did not finish its part of the TLS handshake within 300 ms");
        }
        try (ClosedPort nobody = new ClosedPort()) {
            HelloAnswer answer = hello(nobody.number(), upTo(TlsVersion.TLS_1_0), LONG);

            assertThat(((HelloAnswer.Failed) answer).kind()).isEqualTo("connection-refused");
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2", "TLSv1.3"})
    void theChainIsReadWhateverIsWrongWithIt(String version) throws IOException {
        Identity middle = Issuing.authority("Middle")
                .by(ROOT)
                .key("RSA", 1024)
                .digest("SHA1")
                .issue();
        Instant past = Instant.now().minus(Duration.ofDays(9));
        for (Identity presented : List.of(
                RSA,
                Issuing.server(middle).issue(),
                Issuing.server(ROOT).key("RSA", 1024).issue(),
                Issuing.server(ROOT).digest("SHA1").issue(),
                Issuing.server(ROOT).digest("MD5").issue(),
                Issuing.of("own")
                        .dns("other.example")
                        .valid(past, past.plusSeconds(9))
                        .issue())) {
            Handshake handshake = handshake(Secured.jdk(presented, version), Set.of());

            assertThat(handshake.failure()).isEmpty();
            assertThat(handshake.chain()).isEqualTo(presented.presented());
            assertThat(handshake.version()).isEqualTo(version);
            assertThat(handshake.suite()).startsWith("TLS_");
        }
    }

    @Test
    void aVersionThatTheServerLacksFailsTheHandshake() throws IOException {
        assertThat(handshake(Secured.jdk(RSA, "TLSv1.2"), Set.of(TlsVersion.TLS_1_3))
                        .failure())
                .get()
                .extracting(Failure::kind)
                .isEqualTo(Failure.Kind.TLS_FAILED);
        assertThat(handshake(Secured.jdk(RSA, "TLSv1.3"), Set.of(TlsVersion.TLS_1_2))
                        .failure())
                .isPresent();
        assertThat(handshake(Secured.jdk(RSA, "TLSv1.2", "TLSv1.3"), Set.of(TlsVersion.TLS_1_2))
                        .version())
                .isEqualTo("TLSv1.2");
    }

    @Test
    void whatThisJvmSpeaksIsKnown() {
        assertThat(TlsProbe.speaks(TlsVersion.TLS_1_2)).isTrue();
        assertThat(TlsProbe.speaks(TlsVersion.TLS_1_3)).isTrue();
        assertThat(TlsProbe.speaks(TlsVersion.TLS_1_0)).isFalse();
    }

    @Test
    void aDeliveryGoesOverTheVersionThatIsAskedFor() throws IOException {
        for (TlsVersion version : List.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3)) {
            TlsSettings only = new TlsSettings(Optional.empty(), true).only(version);
            for (TlsVersion served : List.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3)) {
                try (TlsFront front = TlsFront.to(receiver.port(), Secured.jdk(RSA, served.jdkName()))) {
                    Exchange exchange = Sending.send(
                            Target.of("https://localhost:" + front.port() + "/webhook"),
                            Deliveries.post("{}"),
                            Deadlines.all(LONG),
                            only);

                    assertThat(exchange.accepted()).isEqualTo(version == served);
                }
            }
        }
    }

    @Test
    void rootsAreThoseOfTheFileOrTheJdks(@org.junit.jupiter.api.io.TempDir java.nio.file.Path directory)
            throws IOException {
        TlsSettings settings = new TlsSettings(Optional.of(ROOT.writePem(directory.resolve("root.pem"))), true);

        assertThat(TlsProbe.roots(settings)).containsExactly(ROOT.certificate());
        assertThat(TlsProbe.roots(TlsSettings.DEFAULT)).hasSizeGreaterThan(20);
    }
}
