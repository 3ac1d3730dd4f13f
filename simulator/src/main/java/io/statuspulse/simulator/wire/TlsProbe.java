package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.tls.ClientHello;
import io.statuspulse.simulator.tls.HelloAnswer;
import io.statuspulse.simulator.tls.HelloReader;
import io.statuspulse.simulator.tls.TlsVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Begins TLS with an endpoint to see what comes, and sends no request (contract REQ-TLS-1). No setting of the JVM's is
 * changed: what the JDK does not offer any more is offered by a hello written by hand. Safe for use by many threads.
 */
public final class TlsProbe implements AutoCloseable {
    private final Duration deadline;
    private final OpenChannels channels = new OpenChannels();
    private final Watchdog watchdog = new Watchdog();
    private final Resolver resolver = new Resolver(InetAddress::getAllByName, channels);
    private final Dialer dialer;

    /**
     * Makes a probe.
     *
     * @param deadlines of which only that of the connection is used: for TCP, and once more for TLS
     */
    public TlsProbe(Deadlines deadlines) {
        this.deadline = deadlines.connect();
        TlsLayer unused = new TlsLayer(TlsSettings.DEFAULT, deadline, watchdog, channels);
        this.dialer = new Dialer(deadline, unused, resolver, watchdog, channels);
    }

    /**
     * Returns the roots that the settings trust, {@link TlsSettings#insecure()} or not.
     *
     * @throws IllegalArgumentException if the CA file cannot be read or holds no certificates; the message names it
     */
    public static Set<X509Certificate> roots(TlsSettings settings) {
        return TlsTrust.roots(settings);
    }

    /** Returns whether this JVM speaks that version: what it does not, it cannot find out about. */
    public static boolean speaks(TlsVersion version) {
        try {
            SSLEngine engine = contextWith(new ChainCatcher()).createSSLEngine();
            engine.setUseClientMode(true);
            SSLParameters parameters = engine.getSSLParameters();
            TlsLayer.restrict(parameters, Set.of(version));
            engine.setSSLParameters(parameters);
            ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            return engine.wrap(ByteBuffer.allocate(0), hello).bytesProduced() > 0;
        } catch (GeneralSecurityException | SSLException e) {
            return false; // A hello cannot even be written where the version is disabled.
        }
    }

    /** Sends a hello and reads the answer, then closes the connection. */
    public HelloAnswer hello(Target target, ClientHello hello) {
        Wire wire;
        try {
            wire = dialer.dial(plain(target), new PhaseTimes());
        } catch (ExchangeException e) {
            return failed(e.failure());
        }
        Watchdog.Watch watch = watchdog.watch(deadline, wire::abort);
        try {
            wire.in().newExchange();
            hello.encode().writeTo(wire.out());
            return HelloReader.read(wire.in());
        } catch (IOException e) {
            return broken(e, watch.stop(), Words.of(target));
        } finally {
            watch.stop();
            wire.abort();
        }
    }

    private HelloAnswer broken(IOException e, boolean late, String where) {
        Failure halted = channels.halted("TLS was negotiated with " + where);
        if (halted != null) {
            return failed(halted);
        }
        return late ? failed(timeout(where)) : new HelloAnswer.Closed(true, e instanceof HelloReader.AfterHello);
    }

    private static HelloAnswer failed(Failure failure) {
        return new HelloAnswer.Failed(failure.kind().label(), failure.words());
    }

    private Failure timeout(String where) {
        return new Failure(
                Failure.Kind.TLS_TIMEOUT,
                where + " did not finish its part of the TLS handshake within " + Words.of(deadline));
    }

    /**
     * Makes a handshake with whatever certificate the server has, then closes the connection.
     *
     * @param versions to offer; empty for those that the JDK offers by itself
     * @param applicationProtocols to offer by ALPN, in order of preference; may be empty
     */
    public Handshake handshake(Target target, Set<TlsVersion> versions, List<String> applicationProtocols) {
        ChainCatcher catcher = new ChainCatcher();
        Wire wire;
        try {
            wire = dialer.dial(plain(target), new PhaseTimes());
        } catch (ExchangeException e) {
            return Handshake.failed(List.of(), e.failure());
        }
        Watchdog.Watch watch = watchdog.watch(deadline, wire::abort);
        try {
            SSLSocket socket = (SSLSocket) contextWith(catcher)
                    .getSocketFactory()
                    .createSocket(wire.socket(), target.host(), target.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            TlsLayer.restrict(parameters, versions);
            TlsLayer.indicate(parameters, target.host());
            parameters.setApplicationProtocols(applicationProtocols.toArray(String[]::new));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            String chosen = socket.getApplicationProtocol();
            return new Handshake(
                    catcher.chain(),
                    socket.getSession().getProtocol(),
                    socket.getSession().getCipherSuite(),
                    chosen == null ? "" : chosen,
                    Optional.empty());
        } catch (IOException | GeneralSecurityException e) {
            return Handshake.failed(catcher.chain(), failure(e, watch.stop(), target));
        } finally {
            watch.stop();
            wire.abort();
        }
    }

    private Failure failure(Exception e, boolean late, Target target) {
        String where = Words.of(target);
        Failure halted = channels.halted("TLS was negotiated with " + where);
        if (halted != null) {
            return halted;
        }
        if (late) {
            return timeout(where);
        }
        String words = e instanceof IOException io
                ? TlsFailureWords.of(io, where, target.host())
                : "this JVM has no usable TLS: " + Words.detail(e);
        return new Failure(Failure.Kind.TLS_FAILED, words);
    }

    private static SSLContext contextWith(TrustManager trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, null);
        return context;
    }

    /** The same host and port, below TLS. */
    private static Target plain(Target target) {
        return new Target(URI.create("http://" + Words.of(target) + "/"));
    }

    /** Ends every probe under way. */
    @Override
    public void close() {
        channels.close();
        watchdog.close();
        resolver.close();
    }
}
