package io.statuspulse.conformance.receiver;

import static io.statuspulse.conformance.receiver.Signing.PREVIOUS;
import static io.statuspulse.conformance.receiver.Signing.RETIRED;
import static io.statuspulse.conformance.receiver.Signing.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuiltInReceiverTest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private BuiltInReceiver receiver;

    @BeforeEach
    void start() {
        receiver = BuiltInReceiver.start(
                ReceiverSettings.of(SECRET).withPreviousSecret(PREVIOUS).withRetiredSecrets(List.of(RETIRED)));
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void acceptsASignedDeliveryFromAnOrdinaryClientAndProcessesItOnce() throws Exception {
        Delivery delivery = Delivery.valid();
        assertThat(post(delivery).statusCode()).isEqualTo(200);
        assertThat(post(delivery).statusCode()).isEqualTo(200);
        assertThat(receiver.effects(delivery.id())).isEqualTo(1);
        assertThat(effects(delivery.id())).isEqualTo("{\"count\":1}");
        assertThat(effects("evt_000000000000")).isEqualTo("{\"count\":0}");
    }

    @Test
    void namesItsUrls() {
        assertThat(receiver.url())
                .isEqualTo(URI.create("http://127.0.0.1:" + receiver.port() + "/webhook/statuspulse"));
        assertThat(receiver.effectsTemplate()).isEqualTo("http://127.0.0.1:" + receiver.port() + "/effects/{event_id}");
    }

    @Test
    void processesConcurrentCopiesOnce() {
        Delivery delivery = Delivery.valid();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 16)
                .mapToObj(i -> CLIENT.sendAsync(request(delivery), BodyHandlers.ofString())
                        .thenApply(HttpResponse::statusCode))
                .toList();
        assertThat(answers).allSatisfy(a -> assertThat(a.join()).isEqualTo(200));
        assertThat(receiver.effects(delivery.id())).isEqualTo(1);
    }

    @Test
    void rotatesWhileItRuns() throws Exception {
        assertThat(post(Delivery.valid().secret(PREVIOUS)).statusCode()).isEqualTo(200);
        assertThat(post(Delivery.valid().secret("whsec_next")).statusCode()).isEqualTo(401);
        receiver.rotate("whsec_next", Optional.of(SECRET));
        assertThat(post(Delivery.valid().secret("whsec_next")).statusCode()).isEqualTo(200);
        assertThat(post(Delivery.valid().secret(SECRET)).statusCode()).isEqualTo(200);
        assertThat(post(Delivery.valid().secret(PREVIOUS)).statusCode()).isEqualTo(401);
        receiver.rotate("whsec_next", Optional.empty());
        assertThat(post(Delivery.valid().secret(SECRET)).statusCode()).isEqualTo(401);
        assertThat(post(Delivery.valid().secret(RETIRED)).statusCode()).isEqualTo(401);
    }

    @Test
    void goesByItsOwnClockAndDatesItsAnswersWithIt() throws Exception {
        Instant then = Instant.parse("2020-02-03T04:05:06Z");
        ReceiverSettings settings = ReceiverSettings.of(SECRET)
                .withClock(Clock.fixed(then, ZoneOffset.UTC))
                .withTolerance(Duration.ofSeconds(10));
        try (BuiltInReceiver past = BuiltInReceiver.start(settings)) {
            Connection.Answered inside = Connection.send(past, at(then.getEpochSecond() - 10));
            assertThat(inside.status()).isEqualTo(200);
            assertThat(inside.header("Date")).isEqualTo("Mon, 03 Feb 2020 04:05:06 GMT");
            assertThat(Connection.send(past, at(then.getEpochSecond() + 10)).status())
                    .isEqualTo(200);
            assertThat(Connection.send(past, at(then.getEpochSecond() - 11)).status())
                    .isEqualTo(401);
            assertThat(Connection.send(past, at(then.getEpochSecond() + 11)).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void namesAPortThatIsTaken() {
        ReceiverSettings settings = ReceiverSettings.of(SECRET).withPort(receiver.port());
        assertThatThrownBy(() -> BuiltInReceiver.start(settings))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("127.0.0.1, port " + receiver.port())
                .hasMessageContaining("in use");
    }

    @Test
    void freesItsPortAndEndsItsThreadsWhenClosed() {
        receiver.close();
        receiver.close();
        try (BuiltInReceiver again =
                BuiltInReceiver.start(ReceiverSettings.of(SECRET).withPort(receiver.port()))) {
            assertThat(again.port()).isEqualTo(receiver.port());
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(t -> t.getName().startsWith("statuspulse-receiver") && !t.isDaemon())
                .isEmpty();
    }

    @Test
    void settingsShowNoSecretAndTakeNoBlankOne() {
        ReceiverSettings settings =
                ReceiverSettings.of(SECRET).withPreviousSecret(PREVIOUS).withRetiredSecrets(List.of(RETIRED));
        assertThat(settings.toString()).doesNotContain(SECRET, PREVIOUS, RETIRED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReceiverSettings.of(" "))
                .withMessageContaining("secret is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withPort(65_536))
                .withMessageContaining("port is 65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withTolerance(Duration.ofSeconds(-1)))
                .withMessageContaining("PT-1S");
        assertThatIllegalArgumentException().isThrownBy(() -> receiver.rotate("", Optional.empty()));
    }

    private static Delivery at(long seconds) {
        return Delivery.valid().timestamp(Long.toString(seconds));
    }

    private HttpResponse<String> post(Delivery delivery) throws Exception {
        return CLIENT.send(request(delivery), BodyHandlers.ofString());
    }

    private HttpRequest request(Delivery delivery) {
        return HttpRequest.newBuilder(receiver.url())
                .header("Content-Type", "application/json")
                .header("X-StatusPulse-Timestamp", delivery.timestamp)
                .header("X-StatusPulse-Signature", delivery.rightSignature())
                .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body))
                .build();
    }

    private String effects(String id) throws Exception {
        URI uri = URI.create(receiver.effectsTemplate().replace("{event_id}", id));
        HttpResponse<byte[]> answer = CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        return new String(answer.body(), UTF_8);
    }
}
