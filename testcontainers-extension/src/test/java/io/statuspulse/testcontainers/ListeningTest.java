package io.statuspulse.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.netfixtures.ClosedPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ListeningTest {
    private static final String HOST = "127.0.0.1";

    @Test
    void serverThatWaitsForARequestListens() throws Exception {
        try (ServerSocket server = server()) {
            assertThat(Listening.refusal(HOST, server.getLocalPort())).isEmpty();
        }
    }

    @Test
    void serverThatSpeaksFirstListens() throws Exception {
        try (ServerSocket server = server()) {
            answer(server, socket -> socket.getOutputStream().write('S'), 1);
            assertThat(Listening.refusal(HOST, server.getLocalPort())).isEmpty();
        }
    }

    /** As Docker's proxy does for a container where nobody listens. */
    @Test
    void proxyThatClosesAtOnceDoesNotListen() throws Exception {
        try (ServerSocket server = server()) {
            answer(server, Socket::close, 1);
            assertThat(Listening.refusal(HOST, server.getLocalPort()))
                    .contains("the connection is taken, and closed at once");
        }
    }

    @Test
    void closedPortDoesNotListen() throws Exception {
        try (ClosedPort nobody = new ClosedPort()) {
            assertThat(Listening.refusal(HOST, nobody.number())).isPresent();
        }
    }

    @Test
    void waitEndsWithTheFirstConnectionThatStaysOpen() throws Exception {
        try (ServerSocket server = server()) {
            AtomicInteger closed = answer(server, Socket::close, 3);
            assertThat(Listening.await(HOST, server.getLocalPort(), Duration.ofMinutes(1), () -> true))
                    .isEmpty();
            assertThat(closed).hasValue(3);
        }
    }

    @Test
    void waitEndsWhenItIsNotWorthWhile() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ClosedPort nobody = new ClosedPort()) {
            assertThat(Listening.await(HOST, nobody.number(), Duration.ofMinutes(1), () -> asked.incrementAndGet() < 3))
                    .isPresent();
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void waitEndsInTime() throws Exception {
        try (ClosedPort nobody = new ClosedPort()) {
            assertThat(Listening.await(HOST, nobody.number(), Duration.ofMillis(1), () -> true))
                    .isPresent();
        }
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    private interface Doing {
        void to(Socket socket) throws IOException;
    }

    /** Does something to that many connections, which it counts; those after them are left as they are. */
    private static AtomicInteger answer(ServerSocket server, Doing doing, int times) {
        AtomicInteger taken = new AtomicInteger();
        Thread thread = new Thread(() -> {
            try {
                while (taken.get() < times) {
                    Socket socket = server.accept();
                    taken.incrementAndGet();
                    doing.to(socket);
                }
            } catch (IOException e) {
                // The server was closed: the test is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return taken;
    }
}
