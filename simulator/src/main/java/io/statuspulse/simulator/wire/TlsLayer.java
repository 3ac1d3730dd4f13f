package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.tls.ServerName;
import io.statuspulse.simulator.tls.TlsVersion;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Layers TLS on a connected channel: the JDK's versions and ciphers, server name indication, host name check. */
final class TlsLayer {
    private final TlsSettings settings;
    private final boolean insecure;
    private final Set<TlsVersion> versions;
    private final Duration deadline;
    private final Watchdog watchdog;
    private final OpenChannels channels;
    private @Nullable SSLSocketFactory factory;

    /**
     * @throws IllegalArgumentException if the CA file cannot be used
     */
    TlsLayer(TlsSettings settings, Duration deadline, Watchdog watchdog, OpenChannels channels) {
        this.settings = settings;
        this.insecure = settings.insecure();
        this.versions = settings.versions();
        this.deadline = deadline;
        this.watchdog = watchdog;
        this.channels = channels;
        if (settings.caFile().isPresent()) {
            factory(); // What is wrong with the file is said before anything is sent.
        }
    }

    /** Made when it is needed: to read the JDK's roots takes a tenth of a second, and http endpoints need none. */
    private synchronized SSLSocketFactory factory() {
        SSLSocketFactory made = factory == null ? TlsTrust.contextFor(settings).getSocketFactory() : factory;
        factory = made;
        return made;
    }

    Wire over(SocketChannel channel, Target target, PhaseTimes times) throws ExchangeException {
        String where = Words.of(target);
        SSLSocketFactory sockets = factory();
        long begun = System.nanoTime();
        Watchdog.Watch watch = watchdog.watch(deadline, () -> channels.close(channel));
        try {
            SSLSocket socket = (SSLSocket) sockets.createSocket(channel.socket(), target.host(), target.port(), true);
            socket.setSSLParameters(parameters(socket.getSSLParameters(), target.host()));
            socket.startHandshake();
            if (!insecure) {
                requireValidNow(socket);
            }
            if (watch.stop()) {
                throw new IOException();
            }
            return new Wire(where, channel, socket, channels);
        } catch (IOException e) {
            throw new ExchangeException(failure(e, watch.stop(), target));
        } finally {
            watch.stop();
            times.secured(begun);
        }
    }

    /** The JDK takes a certificate that is itself among the trusted ones even after it expired (REQ-TLS-1). */
    private static void requireValidNow(SSLSocket socket) throws IOException {
        try {
            ((X509Certificate) socket.getSession().getPeerCertificates()[0]).checkValidity();
        } catch (CertificateException e) {
            throw new SSLException(e);
        }
    }

    private SSLParameters parameters(SSLParameters parameters, String host) {
        if (!insecure) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        restrict(parameters, versions);
        indicate(parameters, host);
        return parameters;
    }

    /** Offers those versions only; where there are none, the JDK's choice stands. */
    static void restrict(SSLParameters parameters, Set<TlsVersion> versions) {
        if (!versions.isEmpty()) {
            parameters.setProtocols(versions.stream().map(TlsVersion::jdkName).toArray(String[]::new));
        }
    }

    /** Asks for the host by its name; the JDK does so by itself only for names with a dot. */
    static void indicate(SSLParameters parameters, String host) {
        ServerName.of(host).ifPresent(name -> parameters.setServerNames(List.of(new SNIHostName(name))));
    }

    private Failure failure(IOException e, boolean late, Target target) {
        String where = Words.of(target);
        Failure halted = channels.halted("TLS was negotiated with " + where);
        if (halted != null) {
            return halted;
        }
        return late
                ? new Failure(
                        Failure.Kind.TLS_TIMEOUT,
                        where + " did not finish the TLS handshake within " + Words.of(deadline))
                : new Failure(Failure.Kind.TLS_FAILED, TlsFailureWords.of(e, where, target.host()));
    }
}
