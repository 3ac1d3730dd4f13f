package io.statuspulse.conformance.run;

import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.tls.CertificateAspect;
import io.statuspulse.simulator.tls.CertificateFinding;
import io.statuspulse.simulator.tls.CertificateInspector;
import io.statuspulse.simulator.tls.ClientHello;
import io.statuspulse.simulator.tls.HelloAnswer;
import io.statuspulse.simulator.tls.TlsVersion;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Handshake;
import io.statuspulse.simulator.wire.Http2Exchange;
import io.statuspulse.simulator.wire.Http2Sender;
import io.statuspulse.simulator.wire.SocketTransport;
import io.statuspulse.simulator.wire.Target;
import io.statuspulse.simulator.wire.TlsProbe;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * TLS with one endpoint: what does not change within a run is found out once, and only where a scenario asks for it.
 * Thread-safe.
 */
final class Tls implements AutoCloseable {
    static final String HTTP_2 = "h2";

    private final RunSettings settings;
    private final Target target;
    private @Nullable TlsProbe probe;
    private @Nullable Handshake usual;
    private @Nullable HelloAnswer usualHello;
    private @Nullable CertificateInspector inspector;

    Tls(RunSettings settings) {
        this.settings = settings;
        this.target = settings.target();
    }

    boolean spoken() {
        return target.secure();
    }

    private synchronized TlsProbe probe() {
        TlsProbe made = probe == null ? new TlsProbe(settings.deadlines()) : probe;
        probe = made;
        return made;
    }

    /** Returns the handshake of this JDK, with all that it offers; made once. */
    synchronized Handshake handshake() {
        Handshake made = usual == null ? probe().handshake(target, Set.of(), List.of(HTTP_2, "http/1.1")) : usual;
        usual = made;
        return made;
    }

    /** Makes a handshake over that version only. */
    Handshake handshake(TlsVersion version) {
        return probe().handshake(target, Set.of(version), List.of());
    }

    /** Returns the answer to a hello that offers everything usual up to TLS 1.2; asked for once. */
    synchronized HelloAnswer helloUpTo12() {
        HelloAnswer answer =
                usualHello == null ? hello(ClientHello.upTo(TlsVersion.TLS_1_2, target.host(), random(0))) : usualHello;
        usualHello = answer;
        return answer;
    }

    HelloAnswer helloUpTo(TlsVersion version) {
        return hello(ClientHello.upTo(version, target.host(), random(version.number())));
    }

    HelloAnswer helloWithWeakSuites() {
        return hello(ClientHello.weakSuites(target.host(), random(1)));
    }

    private HelloAnswer hello(ClientHello hello) {
        return probe().hello(target, hello);
    }

    private SplittableRandom random(int number) {
        return new SplittableRandom(settings.seed() * 31 + number);
    }

    /** Returns whether a handshake of any kind gets anywhere: else a refusal proves nothing. */
    boolean works() {
        return !handshake().chain().isEmpty() || helloUpTo12() instanceof HelloAnswer.Agreed;
    }

    /** Judges the presented chain, which must not be empty. */
    CertificateFinding inspect(CertificateAspect aspect, List<X509Certificate> chain) {
        return inspector().inspect(aspect, chain, target.host());
    }

    private synchronized CertificateInspector inspector() {
        CertificateInspector made = inspector == null
                ? new CertificateInspector(TlsProbe.roots(settings.tls()), settings.clock())
                : inspector;
        inspector = made;
        return made;
    }

    Exchange sendOver(TlsVersion version, Delivery delivery) {
        try (SocketTransport transport = SocketTransport.create(
                settings.deadlines(), settings.tls().only(version), settings.clock(), settings.pace())) {
            return transport.send(target, delivery);
        }
    }

    Http2Exchange sendOverHttp2(Delivery delivery) {
        return new Http2Sender(settings.deadlines(), settings.tls(), settings.clock()).send(target, delivery);
    }

    /** Sends to the same port without TLS. */
    Exchange sendPlainly(Delivery delivery) {
        String host = target.host().indexOf(':') < 0 ? target.host() : "[" + target.host() + "]";
        Target plain = new Target(URI.create("http://" + host + ":" + target.port() + target.path()));
        try (SocketTransport transport =
                SocketTransport.create(settings.deadlines(), settings.tls(), settings.clock(), settings.pace())) {
            return transport.send(plain, delivery);
        }
    }

    @Override
    public synchronized void close() {
        if (probe != null) {
            probe.close();
        }
    }
}
