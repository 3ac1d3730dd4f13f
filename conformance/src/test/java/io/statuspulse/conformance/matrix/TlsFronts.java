package io.statuspulse.conformance.matrix;

import static org.bouncycastle.tls.ProtocolVersion.TLSv10;
import static org.bouncycastle.tls.ProtocolVersion.TLSv11;
import static org.bouncycastle.tls.ProtocolVersion.TLSv12;
import static org.bouncycastle.tls.ProtocolVersion.TLSv13;

import io.statuspulse.tlsfixtures.Identity;
import io.statuspulse.tlsfixtures.Issuing;
import io.statuspulse.tlsfixtures.Secured;
import io.statuspulse.tlsfixtures.TlsFront;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ProtocolVersion;

/** What ends TLS before a receiver, right and wrong, each in one way. */
final class TlsFronts {
    static final Identity ROOT = Issuing.authority("Root").key("RSA", 2048).issue();
    private static final Identity MIDDLE =
            Issuing.authority("Middle").key("RSA", 2048).by(ROOT).issue();
    private static final Identity STRANGER = Issuing.authority("Stranger").issue();
    private static final Identity GOOD = Issuing.server(MIDDLE).key("RSA", 2048).issue();

    private TlsFronts() {}

    /** A front and where it listens. */
    record Running(Closeable front, int port) implements Closeable {
        @Override
        public void close() throws IOException {
            front.close();
        }
    }

    /** How a front is started before a receiver. */
    interface Start {
        Running before(URI receiver) throws IOException;
    }

    /**
     * One way of being right or wrong.
     *
     * @param summary what is wrong, in one phrase
     */
    record Front(String name, String summary, Start start) {}

    static List<Front> right() {
        return List.of(
                http2("with-http-2", "nothing: TLS 1.2, TLS 1.3 and HTTP/2", false),
                front("without-http-2", "nothing: TLS 1.2 and TLS 1.3", Secured.jdk(GOOD)),
                certificate("ec-key", "nothing: an EC key of 256 bits", Issuing.server(ROOT)),
                certificate(
                        "ed25519-key",
                        "nothing: a key of Ed25519",
                        Issuing.server(ROOT).key("Ed25519", 0)),
                front("root-presented", "nothing: the root is presented too", Secured.jdk(GOOD.presenting(ROOT))),
                certificate(
                        "fifteen-days-left",
                        "nothing: 15 days are left",
                        Issuing.server(ROOT).valid(in(-1), in(15))),
                front(
                        "another-implementation",
                        "nothing: TLS 1.2 and TLS 1.3 of Bouncy Castle",
                        Secured.old(GOOD, List.of(TLSv13, TLSv12))));
    }

    static List<Front> wrong() {
        return List.of(
                versions("tls-1.0", "speaks TLS 1.0 too", TLSv13, TLSv12, TLSv11, TLSv10),
                versions("tls-1.1", "speaks TLS 1.1 too", TLSv13, TLSv12, TLSv11),
                versions("only-tls-1.0", "speaks TLS 1.0 only", TLSv10),
                front("only-tls-1.2", "speaks no TLS 1.3", Secured.jdk(GOOD, "TLSv1.2")),
                front("only-tls-1.3", "speaks no TLS 1.2", Secured.jdk(GOOD, "TLSv1.3")),
                weak("null-suite", "agrees on a suite without encryption", CipherSuite.TLS_RSA_WITH_NULL_SHA256),
                weak("3des-suite", "agrees on 3DES", CipherSuite.TLS_RSA_WITH_3DES_EDE_CBC_SHA),
                weak(
                        "anonymous-suite",
                        "agrees on a suite without a certificate",
                        CipherSuite.TLS_DH_anon_WITH_AES_128_CBC_SHA),
                certificate(
                        "expired",
                        "has a certificate that expired yesterday",
                        Issuing.server(ROOT).valid(in(-9), in(-1))),
                certificate(
                        "not-yet-valid",
                        "has a certificate of tomorrow",
                        Issuing.server(ROOT).valid(in(1), in(90))),
                certificate(
                        "about-to-expire",
                        "has a certificate with 13 days left",
                        Issuing.server(ROOT).valid(in(-9), in(13))),
                certificate(
                        "wrong-host",
                        "has a certificate of another host",
                        Issuing.of("localhost").dns("a.example").by(ROOT)),
                certificate(
                        "common-name-only",
                        "names its host as the common name only",
                        Issuing.of("localhost").by(ROOT)),
                certificate(
                        "self-signed",
                        "has a certificate that it signed itself",
                        Issuing.of("own").dns("localhost")),
                certificate("unknown-root", "has a certificate of a root that nobody trusts", Issuing.server(STRANGER)),
                front("missing-intermediate", "presents no intermediate", Secured.jdk(GOOD.alone())),
                certificate(
                        "client-certificate",
                        "has a certificate that is meant for clients",
                        Issuing.server(ROOT).purpose(KeyPurposeId.id_kp_clientAuth)),
                certificate(
                        "short-key",
                        "has an RSA key of 1024 bits",
                        Issuing.server(ROOT).key("RSA", 1024)),
                certificate(
                        "sha-1",
                        "has a certificate signed with SHA-1",
                        Issuing.server(ROOT).digest("SHA1")),
                new Front("plain-http-too", "takes plain HTTP on the same port", receiver -> {
                    TlsFront front = TlsFront.alsoPlain(receiver.getPort(), Secured.jdk(GOOD));
                    return new Running(front::close, front.port());
                }),
                http2("http-2-breaks", "offers HTTP/2 and answers 502 over it", true));
    }

    private static Instant in(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    private static Front certificate(String name, String summary, Issuing issuing) {
        return front(name, summary, Secured.jdk(issuing.issue()));
    }

    private static Front versions(String name, String summary, ProtocolVersion... versions) {
        return front(name, summary, Secured.old(GOOD, List.of(versions)));
    }

    private static Front weak(String name, String summary, int suite) {
        return front(
                name,
                summary,
                Secured.old(
                        GOOD,
                        List.of(TLSv13, TLSv12),
                        CipherSuite.TLS_AES_128_GCM_SHA256,
                        CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
                        suite));
    }

    private static Front http2(String name, String summary, boolean breaks) {
        return new Front(name, summary, receiver -> {
            Http2Front front = Http2Front.to(receiver, GOOD, breaks);
            return new Running(front::close, front.port());
        });
    }

    private static Front front(String name, String summary, Secured secured) {
        return new Front(name, summary, receiver -> {
            TlsFront front = TlsFront.to(receiver.getPort(), secured);
            return new Running(front::close, front.port());
        });
    }
}
