package io.statuspulse.conformance.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Where a receiver is to take connections.
 *
 * @param host a name or an address
 * @param number the TCP port
 */
record Port(String host, int number) {

    /** Returns the number of a port that nobody uses now. Nothing listens for that, so that nobody is let in. */
    static int free() {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ReceiverStartException("no free port was found (" + e.getMessage() + ")", e);
        }
    }

    /** Returns whether one of the host's addresses takes a connection; {@code atMost} is for each of them. */
    boolean takesConnections(Duration atMost) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (takesConnections(new InetSocketAddress(address, number), atMost)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // An unknown host; it may become known, as that of a container does.
        }
    }

    private static boolean takesConnections(InetSocketAddress address, Duration atMost) {
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) Math.max(1, atMost.toMillis()));
            if (!isItsOwnPeer(socket)) {
                return true;
            }
            // A reset ends that at once; a plain close would keep the receiver from the port.
            socket.setSoLinger(true, 0);
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** TCP lets a port be connected to itself (RFC 9293, 3.5), and a system may choose the one that nobody listens at. */
    static boolean isItsOwnPeer(Socket socket) {
        return socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress());
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + number;
    }
}
