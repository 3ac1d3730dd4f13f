package io.statuspulse.simulator.wire;

import static io.statuspulse.simulator.wire.Failure.Kind.CLOSED_WITHOUT_ANSWER;
import static io.statuspulse.simulator.wire.Failure.Kind.NOT_AWAITED;
import static io.statuspulse.simulator.wire.Failure.Kind.RESET;
import static io.statuspulse.simulator.wire.Sending.DEADLINE;
import static io.statuspulse.simulator.wire.Sending.LONG;
import static io.statuspulse.simulator.wire.Sending.assertFailed;
import static io.statuspulse.simulator.wire.Sending.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.Segment;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestWritingTest {
    private static final String EMPTY_OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final String TOO_MUCH = "HTTP/1.1 413 Too much\r\nContent-Length: 4\r\n\r\nstop";
    private static final int LARGE = 32 * 1024 * 1024;

    private final BlockingQueue<String> received = new ArrayBlockingQueue<>(10);

    @Test
    void everyByteValueIsWrittenAsItIs() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Segment[] segments = {Deliveries.write("not HTTP\n"), new Segment.Write(Bytes.of(all))};
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            received.add(peer.read(9 + 256));
            peer.send(EMPTY_OK);
        })) {
            Exchange exchange = send(server, Deliveries.of("", List.of(), segments));

            assertThat(exchange.status()).isEqualTo(200);
            assertThat(received.poll(10, TimeUnit.SECONDS))
                    .isEqualTo("not HTTP\n" + Bytes.of(all).asLatin1());
        }
    }

    @Test
    void pausesHoldBackTheRestAndDoNotCountAgainstTheDeadline() throws Exception {
        Delivery slow = Deliveries.of(
                Deliveries.POST,
                List.of(),
                Deliveries.write(Deliveries.head(Deliveries.POST, 2)),
                new Segment.Pause(DEADLINE.multipliedBy(2)),
                Deliveries.write("{}"));
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.readHead();
            long begun = System.nanoTime();
            peer.read(2);
            received.add(Long.toString(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)));
            peer.send(EMPTY_OK);
        })) {
            Exchange exchange = send(server, slow, new Deadlines(LONG, DEADLINE, LONG));

            assertThat(exchange.failure()).isEmpty();
            assertThat(Integer.parseInt(received.poll(10, TimeUnit.SECONDS))).isGreaterThan(400);
            assertThat(exchange.timings().write()).isGreaterThanOrEqualTo(DEADLINE.multipliedBy(2));
        }
    }

    @Test
    void aDeliveryThatClosesUnansweredSendsItsBytesAndReadsNothing() throws Exception {
        Delivery half = Deliveries.of(
                Deliveries.POST,
                List.of(),
                Deliveries.write(Deliveries.head(Deliveries.POST, 100) + "half"),
                new Segment.CloseUnanswered());
        try (ScriptedServer server = ScriptedServer.plain(peer -> received.add(peer.readAll()))) {
            Exchange exchange = send(server, half);

            assertFailed(exchange, NOT_AWAITED, "the delivery closes the connection to 127.0.0.1:" + server.port());
            assertThat(exchange.response()).isEmpty();
            assertThat(received.poll(10, TimeUnit.SECONDS)).endsWith("\r\n\r\nhalf");
        }
    }

    @Test
    void aLargeRequestArrivesWhole() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            received.add(Integer.toString(peer.readRequest().length()));
            peer.send(EMPTY_OK);
        })) {
            assertThat(send(server, Deliveries.large(LARGE)).status()).isEqualTo(200);
            assertThat(received.poll())
                    .isEqualTo(Integer.toString(
                            LARGE + Deliveries.head(Deliveries.POST, LARGE).length()));
        }
    }

    @Test
    void anAnswerBeforeTheEndOfTheRequestIsReadThoughTheReceiverResets() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.readHead();
            peer.send(TOO_MUCH);
            peer.pause(50); // the answer overtakes the reset
            peer.reset();
        })) {
            Exchange exchange = send(server, Deliveries.large(LARGE));

            assertThat(exchange.failure()).isEmpty();
            assertThat(exchange.status()).isEqualTo(413);
            assertThat(exchange.response().orElseThrow().body().asUtf8()).isEqualTo("stop");
        }
    }

    @Test
    void aResetInTheMiddleOfTheRequestIsNamed() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.read(100_000);
            peer.reset();
        })) {
            Exchange exchange = send(server, Deliveries.large(LARGE));

            assertFailed(exchange, RESET, "reset the connection while the request was written (about ");
            assertThat(exchange.failure().orElseThrow().words()).contains(" bytes were sent)");
        }
    }

    @Test
    void continueIsAwaitedAndTheBodyFollows() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.readHead();
            peer.send("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n");
            received.add(peer.read(2));
            peer.send(EMPTY_OK);
        })) {
            Exchange exchange = send(server, expecting(LONG));

            assertThat(exchange.status()).isEqualTo(200);
            assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("{}");
            assertThat(exchange.timings().total()).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void aFinalAnswerInsteadOfContinueEndsTheRequest() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
                    peer.readHead();
                    peer.send("HTTP/1.1 417 No\r\nContent-Length: 2\r\n\r\nno");
                    received.add("[" + peer.readAll() + "]");
                });
                SocketTransport transport = SocketTransport.create(Deadlines.all(LONG), TlsSettings.DEFAULT);
                Transport.Connection connection = transport.open(server.target())) {
            Exchange exchange = connection.send(expecting(LONG));

            assertThat(exchange.failure()).isEmpty();
            assertThat(exchange.status()).isEqualTo(417);
            assertThat(exchange.response().orElseThrow().body().asUtf8()).isEqualTo("no");
            // The receiver sees the end of the connection: a request was begun that will not be finished.
            assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("[]");
        }
    }

    @Test
    void tooLargeInsteadOfContinueIsTheAnswer() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.readHead();
            peer.send(TOO_MUCH);
        })) {
            Exchange exchange = send(server, expecting(LONG));

            assertThat(exchange.failure()).isEmpty();
            assertThat(exchange.status()).isEqualTo(413);
        }
    }

    @Test
    void repeatedContentIsWrittenThatOften() throws Exception {
        Delivery repeating = Deliveries.of(
                Deliveries.POST,
                List.of(),
                Deliveries.write(Deliveries.head(Deliveries.POST, 9)),
                new Segment.Repeat(Bytes.utf8("abc"), 3));
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.readHead();
            received.add(peer.read(9));
            peer.send(EMPTY_OK);
        })) {
            assertThat(send(server, repeating).status()).isEqualTo(200);
            assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("abcabcabc");
        }
    }

    @Test
    void endOfThisSideIsSeenAndTheAnswerStillRead() throws Exception {
        Delivery half = Deliveries.of(
                Deliveries.POST,
                List.of(),
                Deliveries.write(Deliveries.head(Deliveries.POST, 9) + "half"),
                new Segment.EndOutput());
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.readHead();
            received.add(peer.readAll());
            peer.send(EMPTY_OK);
        })) {
            assertThat(send(server, half).status()).isEqualTo(200);
            assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("half");
        }
    }

    private static Delivery dripping() {
        return Deliveries.of(
                Deliveries.POST,
                List.of(),
                Deliveries.write("POST "),
                new Segment.Linger(LONG),
                Deliveries.write("/"),
                new Segment.CloseUnanswered());
    }

    @Test
    void answerThatComesWhileARequestDripsEndsIt() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.read(5);
            peer.send("HTTP/1.1 408 Too slow\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        })) {
            Exchange exchange = send(server, dripping());

            assertThat(exchange.status()).isEqualTo(408);
            assertThat(exchange.failure()).isEmpty();
        }
    }

    @Test
    void endThatComesWhileARequestDripsIsAConnectionClosedWithoutAnAnswer() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.read(5);
            peer.close();
        })) {
            assertFailed(send(server, dripping()), CLOSED_WITHOUT_ANSWER, "closed the connection without an answer");
        }
    }

    @Test
    void dripThatNobodyCutsOffEndsFromThisSideAtItsPace() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> received.add(peer.readAll()));
                SocketTransport transport = SocketTransport.create(
                        Deadlines.all(LONG), TlsSettings.DEFAULT, Clock.systemUTC(), planned -> Duration.ofMillis(1))) {
            Exchange exchange = transport.send(server.target(), dripping());

            assertThat(exchange.failure().orElseThrow().kind()).isEqualTo(NOT_AWAITED);
            assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("POST /");
            assertThat(exchange.timings().total()).isLessThan(LONG);
        }
    }

    @Test
    void silenceInsteadOfContinueIsWaitedForAndThenTheBodyFollows() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
            peer.readHead();
            received.add(peer.read(2));
            peer.send("HTTP/1.1 100 Continue\r\n\r\n" + EMPTY_OK);
        })) {
            Exchange exchange = send(server, expecting(Duration.ofMillis(100)));

            assertThat(exchange.failure()).isEmpty();
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.timings().write().toMillis()).isGreaterThanOrEqualTo(100);
        }
    }

    @Test
    void aConnectionThatEndsInsteadOfContinueIsNamed() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(Peer::readHead)) {
            assertFailed(
                    send(server, expecting(LONG)),
                    Failure.Kind.CLOSED_WITHOUT_ANSWER,
                    "closed the connection without an answer");
        }
    }

    static Delivery expecting(Duration atMost) {
        return Deliveries.of(
                Deliveries.POST,
                List.of(),
                Deliveries.write(Deliveries.head(Deliveries.POST, 2)),
                new Segment.AwaitContinue(atMost),
                Deliveries.write("{}"));
    }
}
