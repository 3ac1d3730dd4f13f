package io.statuspulse.simulator.wire;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a handshake of the JDK's with an endpoint came to, whoever the endpoint is.
 *
 * @param chain the certificates that the server presented, its own first; empty where it got none across
 * @param version what was agreed on, by its name in the JDK, e.g. {@code TLSv1.3}; empty where nothing was
 * @param suite the cipher suite; empty where none was agreed on
 * @param applicationProtocol the protocol chosen by ALPN (RFC 7301); empty where none was
 * @param failure why the handshake was not finished; a chain may have come all the same
 */
public record Handshake(
        List<X509Certificate> chain,
        String version,
        String suite,
        String applicationProtocol,
        Optional<Failure> failure) {

    public Handshake {
        chain = List.copyOf(chain);
    }

    static Handshake failed(List<X509Certificate> chain, Failure failure) {
        return new Handshake(chain, "", "", "", Optional.of(failure));
    }
}
