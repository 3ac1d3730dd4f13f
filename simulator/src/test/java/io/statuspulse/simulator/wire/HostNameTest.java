package io.statuspulse.simulator.wire;

import static io.statuspulse.simulator.wire.Failure.Kind.CONNECTION_REFUSED;
import static io.statuspulse.simulator.wire.Failure.Kind.CONNECT_TIMEOUT;
import static io.statuspulse.simulator.wire.Failure.Kind.UNKNOWN_HOST;
import static io.statuspulse.simulator.wire.Sending.DEADLINE;
import static io.statuspulse.simulator.wire.Sending.LONG;
import static io.statuspulse.simulator.wire.Sending.assertFailed;
import static io.statuspulse.simulator.wire.Sending.assertTimedOut;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.netfixtures.ClosedPort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HostNameTest {
    private static final Deadlines SOON = new Deadlines(DEADLINE, LONG, LONG);

    private static Exchange send(Deadlines deadlines, int port, Resolver.Lookup lookup) {
        try (SocketTransport transport =
                new SocketTransport(deadlines, TlsSettings.DEFAULT, Clock.systemUTC(), Pace.REAL, lookup)) {
            return transport.send(Target.of("http://receiver.example:" + port + "/"), Deliveries.post("{}"));
        }
    }

    private static InetAddress loopback(int last) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    @Test
    void aNameThatNobodyKnowsIsNamed() {
        Exchange exchange = send(Deadlines.all(LONG), 80, host -> {
            throw new UnknownHostException(host + ": \u0646 Name or service not known");
        });

        assertFailed(exchange, UNKNOWN_HOST, "'receiver.example' is not a known host");
    }

    @Test
    void aLookUpThatDoesNotEndTimesOut() {
        CountDownLatch never = new CountDownLatch(1);
        Exchange exchange = send(SOON, 80, host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new InetAddress[0];
        });

        assertTimedOut(exchange, CONNECT_TIMEOUT, "the address of 'receiver.example' was not found within 300 ms");
    }

    @Test
    void everyAddressOfAHostIsTried() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain(ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))) {
            Exchange exchange =
                    send(Deadlines.all(LONG), server.port(), host -> new InetAddress[] {loopback(77), loopback(1)});

            assertThat(exchange.status()).isEqualTo(200);
        }
    }

    @Test
    void aHostWhoseEveryAddressRefusesIsNamedOnce() throws Exception {
        try (ClosedPort nobody = new ClosedPort()) {
            int port = nobody.number();
            Exchange exchange = send(Deadlines.all(LONG), port, host -> new InetAddress[] {loopback(77), loopback(1)});

            assertFailed(exchange, CONNECTION_REFUSED, "receiver.example:" + port + " refused the connection");
        }
    }

    @Test
    void anIpv6AddressIsNamedInBrackets() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, loopback(1))) {
            port = free.getLocalPort();
        }
        Target target = Target.of("http://[::1]:" + port + "/");
        Exchange exchange = Sending.send(target, Deliveries.post("{}"), Deadlines.all(LONG), TlsSettings.DEFAULT);

        // Where the system has no IPv6, the connection fails in another way.
        assertThat(exchange.failure().orElseThrow().kind()).isIn(CONNECTION_REFUSED, Failure.Kind.CONNECT_FAILED);
        assertThat(exchange.failure().orElseThrow().words()).contains("[::1]:" + port);
    }
}
