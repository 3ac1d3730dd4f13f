package io.statuspulse.simulator.wire;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;

/**
 * Takes every certificate and keeps the chain, also where the handshake fails afterwards. It is for connections on which
 * nothing is sent. Being an extended trust manager, it is not wrapped in the JDK's own checks of names and algorithms.
 */
final class ChainCatcher extends TrustEveryone {
    private volatile List<X509Certificate> chain = List.of();

    /** Returns the presented chain; empty where none came. */
    List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] presented, String authType, Socket socket) {
        chain = List.of(presented);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] presented, String authType, SSLEngine engine) {
        chain = List.of(presented);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] presented, String authType) {
        chain = List.of(presented);
    }
}
