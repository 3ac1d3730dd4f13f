package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverWireTest {

    private static BuiltInReceiver receiver;

    @BeforeAll
    static void start() {
        receiver = BuiltInReceiver.start(ReceiverSettings.of(Signing.SECRET));
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100_000})
    void readsChunkedBodies(int size) throws IOException {
        assertThat(Connection.send(receiver, Delivery.valid().chunked(size)).status())
                .isEqualTo(200);
    }

    @Test
    void readsARequestThatComesInPieces() throws IOException {
        byte[] bytes = Delivery.valid().bytes();
        try (Connection connection = new Connection(receiver)) {
            for (int i = 0; i < bytes.length; i += 50) {
                connection.write(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + 50)));
            }
            assertThat(connection.read().status()).isEqualTo(200);
        }
    }

    @Test
    void invitesABodyThatWaitsFor100Continue() throws IOException {
        Delivery delivery = Delivery.valid().header("Expect: 100-continue");
        byte[] bytes = delivery.bytes();
        int head = bytes.length - delivery.body.length;
        try (Connection connection = new Connection(receiver)) {
            assertThat(connection.exchange(Arrays.copyOf(bytes, head)).status()).isEqualTo(100);
            assertThat(connection.exchange(delivery.body).status()).isEqualTo(200);
        }
    }

    @Test
    void ignoresSpacesAroundHeaderValuesAndTheCaseOfTheirNames() throws IOException {
        String text = new String(Delivery.valid().bytes(), UTF_8);
        String spaced = text.replaceAll("(X-StatusPulse-[^:]*): ([^\r]*)\r", "$1:  \t$2 \t \r");
        assertThat(send(spaced)).isEqualTo(200);
        text = new String(Delivery.valid().bytes(), UTF_8);
        assertThat(send(text.replace("X-StatusPulse", "x-statuspulse"))).isEqualTo(200);
        text = new String(Delivery.valid().bytes(), UTF_8);
        int end = text.indexOf("\r\n\r\n");
        String shouted = text.substring(0, end).replace("X-StatusPulse-Signature", "X-STATUSPULSE-SIGNATURE");
        assertThat(send(shouted + text.substring(end))).isEqualTo(200);
    }

    @Test
    void servesAConnectionOnAfterEveryKindOfAnswer() throws IOException {
        List<Integer> statuses = new ArrayList<>();
        try (Connection connection = new Connection(receiver)) {
            statuses.add(connection.exchange(Delivery.valid()).status());
            statuses.add(connection.exchange(Delivery.valid().signature("x")).status());
            statuses.add(connection.exchange(Delivery.valid().method("PUT")).status());
            statuses.add(connection.exchange(Delivery.valid().target("/x")).status());
            statuses.add(connection.exchange(Delivery.of("[")).status());
            statuses.add(connection
                    .exchange(Delivery.valid().signature("x").chunked(9))
                    .status());
            statuses.add(connection.exchange(Delivery.valid()).status());
        }
        assertThat(statuses).containsExactly(200, 401, 405, 404, 400, 401, 200);
    }

    @Test
    void closesWhenAskedTo() throws IOException {
        try (Connection connection = new Connection(receiver)) {
            assertThat(connection
                            .exchange(Delivery.valid().header("Connection: close"))
                            .status())
                    .isEqualTo(200);
            assertThat(connection.isAtEnd()).isTrue();
        }
    }

    @Test
    void answersHeadWithoutABody() throws IOException {
        try (Connection connection = new Connection(receiver)) {
            connection.write(("HEAD " + HttpRules.PATH + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .getBytes(ISO_8859_1));
            assertThat(connection.read().status()).isEqualTo(405);
            assertThat(connection.isAtEnd()).isTrue();
        }
    }

    @Test
    void ignoresASignatureInATrailer() throws IOException {
        Delivery delivery = Delivery.valid().without("X-StatusPulse-Signature");
        assertThat(Connection.send(receiver, Probes.withTrailer(delivery)).status())
                .isEqualTo(401);
    }

    @Test
    void refusesAnEndlessChunkedBodyWithoutReadingItAll() throws IOException {
        Delivery delivery = Delivery.of("x".repeat(3 << 20));
        try (Connection connection = new Connection(receiver)) {
            assertThat(connection.exchange(delivery.chunked(1 << 16)).status()).isIn(413, 0);
        } catch (IOException e) {
            // A reset while the body is still being sent is a refusal, too.
            assertThat(e.getMessage().toLowerCase(Locale.ROOT)).containsAnyOf("reset", "broken pipe", "abort");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ\r\nxx\r\n0\r\n\r\n", "-1\r\nx\r\n0\r\n\r\n"})
    void refusesMalformedChunks(String body) throws IOException {
        byte[] bytes = Delivery.valid().bytes(body.getBytes(ISO_8859_1), "Transfer-Encoding: chunked");
        assertThat(Connection.send(receiver, bytes).status()).isIn(400, 0);
    }

    @Test
    void doesNothingWithHalfABody() throws IOException {
        Delivery delivery = Delivery.valid();
        try (Connection connection = new Connection(receiver)) {
            connection.write(delivery.bytes(delivery.body, "Content-Length: " + (delivery.body.length + 1)));
            connection.endOutput();
            assertThat(connection.read().status()).isIn(400, 0);
        }
        assertThat(receiver.effects(delivery.id())).isZero();
    }

    private static int send(String request) throws IOException {
        return Connection.send(receiver, request.getBytes(UTF_8)).status();
    }
}
