package io.statuspulse.netfixtures;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of the loopback address that refuses connections until this is closed: bound, so that nobody else gets it, and not
 * listened on.
 */
public final class ClosedPort implements AutoCloseable {
    private final Socket bound = new Socket();

    /** Takes one that is free. */
    public ClosedPort() throws IOException {
        bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** Its number. */
    public int number() {
        return bound.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        bound.close();
    }
}
