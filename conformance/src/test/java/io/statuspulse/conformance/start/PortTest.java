package io.statuspulse.conformance.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PortTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void takesConnectionsWhileSomebodyListens() throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Port port = new Port("127.0.0.1", server.getLocalPort());
        assertThat(port.takesConnections(SOON)).isTrue();

        server.close();
        assertThat(port.takesConnections(SOON)).isFalse();
    }

    @Test
    void unknownHostTakesNone() {
        assertThat(new Port("no such host", 80).takesConnections(SOON)).isFalse();
    }

    @Test
    void freePortCanBeListenedAt() throws IOException {
        try (ServerSocket server = new ServerSocket(Port.free(), 50, InetAddress.getLoopbackAddress())) {
            assertThat(server.isBound()).isTrue();
        }
    }

    @Test
    void connectionToItselfIsTold() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Port.free());
        try (Socket socket = new Socket()) {
            socket.bind(address);
            socket.connect(address);
            assertThat(Port.isItsOwnPeer(socket)).isTrue();
        }
    }

    @Test
    void isShownAsUrlsShowIt() {
        assertThat(new Port("127.0.0.1", 80)).hasToString("127.0.0.1:80");
        assertThat(new Port("::1", 80)).hasToString("[::1]:80");
    }
}
