package io.statuspulse.simulator.wire;

import static io.statuspulse.simulator.wire.Failure.Kind.NOT_AWAITED;
import static io.statuspulse.simulator.wire.Sending.LONG;
import static io.statuspulse.simulator.wire.Sending.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.Segment;
import io.statuspulse.simulator.wire.ScriptedServer.Script;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndingFromThisSideTest {
    private record Sent(Exchange exchange, boolean interrupted) {}

    private final CountDownLatch reached = new CountDownLatch(1);
    private final SocketTransport transport = SocketTransport.create(Deadlines.all(LONG), TlsSettings.DEFAULT);

    private final Script silent = peer -> {
        peer.readHead();
        reached.countDown();
        peer.hold();
    };

    private Sent interrupting(SocketTransport sender, Target target, Delivery delivery, String doing) throws Exception {
        FutureTask<Sent> task = new FutureTask<>(() ->
                new Sent(sender.send(target, delivery), Thread.currentThread().isInterrupted()));
        Thread thread = new Thread(task);
        thread.start();
        assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
        awaitInside(thread, doing);
        thread.interrupt();
        return task.get(10, TimeUnit.SECONDS);
    }

    /** The peer may have a whole request before the thread that wrote it comes back from writing. */
    private static void awaitInside(Thread thread, String doing) {
        await().until(() -> Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.toString().contains(doing)));
    }

    private static void assertInterrupted(Sent sent, String words) {
        assertFailed(sent.exchange(), NOT_AWAITED, "the sending thread was interrupted while " + words);
        assertThat(sent.interrupted()).as("the interrupt flag").isTrue();
    }

    @Test
    void anInterruptEndsTheWaitForAnAnswer() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(silent)) {
            assertInterrupted(
                    interrupting(transport, server.target(), Deliveries.post("{}"), "AnswerReader."),
                    "waiting for the answer of 127.0.0.1:" + server.port());
        }
    }

    @Test
    void anInterruptEndsTheWaitForContinue() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(silent)) {
            assertInterrupted(
                    interrupting(transport, server.target(), RequestWritingTest.expecting(LONG), "AnswerReader."),
                    "waiting for the answer of");
        }
    }

    @Test
    void anInterruptEndsAWriteThatStalls() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(silent)) {
            assertInterrupted(
                    interrupting(transport, server.target(), Deliveries.large(32 * 1024 * 1024), "RequestWriter."),
                    "writing to");
        }
    }

    @Test
    void anInterruptEndsAPause() throws Exception {
        Delivery pausing = Deliveries.of(
                Deliveries.POST,
                List.of(),
                Deliveries.write(Deliveries.head(Deliveries.POST, 2)),
                new Segment.Pause(Duration.ofSeconds(60)),
                Deliveries.write("{}"));
        try (ScriptedServer server = ScriptedServer.plain(silent)) {
            assertInterrupted(
                    interrupting(transport, server.target(), pausing, "Thread.sleep"), "pausing in the request to");
        }
    }

    @Test
    void anInterruptEndsTheTlsHandshake() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.read(5);
            reached.countDown();
            peer.hold();
        })) {
            assertInterrupted(
                    interrupting(transport, server.secureTarget("127.0.0.1"), Deliveries.post("{}"), "TlsLayer."),
                    "TLS was negotiated with");
        }
    }

    @Test
    void anInterruptEndsALookUp() throws Exception {
        try (SocketTransport looking =
                new SocketTransport(Deadlines.all(LONG), TlsSettings.DEFAULT, Clock.systemUTC(), Pace.REAL, host -> {
                    reached.countDown();
                    awaitForever();
                    return new InetAddress[0];
                })) {
            assertInterrupted(
                    interrupting(looking, Target.of("http://receiver.example/"), Deliveries.post("{}"), "Resolver."),
                    "looking up 'receiver.example'");
        }
    }

    private static void awaitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aThreadThatWasInterruptedBeforeSendsNothing() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(silent)) {
            Thread.currentThread().interrupt();
            Exchange exchange = transport.send(server.target(), Deliveries.post("{}"));

            assertThat(Thread.interrupted()).isTrue();
            assertFailed(exchange, NOT_AWAITED, "interrupted while connecting to");
        }
    }

    @Test
    void closingTheTransportEndsWhatIsUnderWay() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(silent)) {
            FutureTask<Exchange> task = new FutureTask<>(() -> transport.send(server.target(), Deliveries.post("{}")));
            Thread thread = new Thread(task);
            thread.start();
            assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
            awaitInside(thread, "AnswerReader.");
            transport.close();

            assertFailed(
                    task.get(10, TimeUnit.SECONDS),
                    NOT_AWAITED,
                    "the transport was closed while waiting for the answer");
        }
    }

    @Test
    void aClosedTransportSendsNothing() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(silent)) {
            transport.close();

            assertFailed(
                    transport.send(server.target(), Deliveries.post("{}")),
                    NOT_AWAITED,
                    "the transport was closed while connecting");
            assertFailed(
                    transport.send(Target.of("http://receiver.example/"), Deliveries.post("{}")),
                    NOT_AWAITED,
                    "the transport was closed while looking up 'receiver.example'");
            assertThat(server.connections()).isZero();
        }
    }
}
