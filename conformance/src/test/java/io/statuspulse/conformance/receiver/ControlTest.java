package io.statuspulse.conformance.receiver;

import static io.statuspulse.conformance.receiver.Signing.PREVIOUS;
import static io.statuspulse.conformance.receiver.Signing.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest {

    private BuiltInReceiver receiver;

    @BeforeEach
    void start() {
        receiver = BuiltInReceiver.start(ReceiverSettings.of(SECRET).withPreviousSecret(PREVIOUS));
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void namesItsUrls() {
        String base = "http://127.0.0.1:" + receiver.port();
        assertThat(receiver.effectsTemplate()).isEqualTo(base + "/effects/{event_id}");
        assertThat(receiver.stateTemplate()).isEqualTo(base + "/state/{check_id}");
        assertThat(receiver.failuresTemplate()).isEqualTo(base + "/failures/{event_id}");
        assertThat(receiver.secretsUrl()).isEqualTo(URI.create(base + "/secrets"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-14T09:32:11Z, 2026-05-14T09:32:12Z, second",
        "2026-05-14T09:32:12Z, 2026-05-14T09:32:11Z, first",
        "2026-05-14T09:32:11Z, 2026-05-14T09:32:11Z, second",
        "2026-05-14T09:32:11.25Z, 2026-05-14T09:32:11.2Z, first",
        "2026-05-14T09:32:11Z, 2026-05-14T10:32:10+01:00, first",
        "2026-06-30T23:59:60Z, 2026-06-30T23:59:59.999Z, first",
        "2026-05-14T09:32:11.1234567891234Z, 2026-05-14t09:32:11.12z, first"
    })
    void holdsACheckInTheStateOfItsNewestEvent(String first, String second, String newest) throws IOException {
        assertThat(send(event("first", first)).status()).isEqualTo(200);
        assertThat(send(event("second", second)).status()).isEqualTo(200);
        assertThat(receiver.state("chk_kit_api")).contains(newest);
    }

    @Test
    void tellsTheStateOfACheckOverHttp() throws IOException {
        assertThat(get("/state/chk_kit_api").status()).isEqualTo(404);
        send(event("quite \\\"bad\\\" €", "2026-05-14T09:32:11Z"));
        Connection.Answered answer = get("/state/chk_kit_api");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.utf8()).isEqualTo("{\"status\":\"quite \\\"bad\\\" €\"}");
        assertThat(get("/state/chk_kit_other").status()).isEqualTo(404);
        assertThat(receiver.state("chk_kit_other")).isEmpty();
    }

    @Test
    void keepsNoStateOfWhatItDidNotProcess() throws IOException {
        send(event("forged", "2026-05-14T09:32:11Z").signature("0"));
        Delivery failed = event("failed", "2026-05-14T09:32:11Z");
        receiver.failNext(failed.id());
        send(failed);
        assertThat(receiver.state("chk_kit_api")).isEmpty();
    }

    @Test
    void failsTheNextProcessingOfAnEventAndForgetsIt() throws IOException {
        Delivery delivery = Delivery.valid();
        receiver.failNext(delivery.id());
        assertThat(send(Delivery.valid()).status()).isEqualTo(200);
        assertThat(send(delivery).status()).isEqualTo(503);
        assertThat(receiver.effects(delivery.id())).isZero();
        assertThat(send(delivery).status()).isEqualTo(200);
        assertThat(send(delivery).status()).isEqualTo(200);
        assertThat(receiver.effects(delivery.id())).isEqualTo(1);
    }

    @Test
    void keepsTheFailureForADeliveryThatIsProcessed() throws IOException {
        String event = Delivery.event(Delivery.newId());
        Delivery delivery = Delivery.of(event);
        receiver.failNext(delivery.id());
        assertThat(send(Delivery.of(event).signature("0")).status()).isEqualTo(401);
        assertThat(send(delivery).status()).isEqualTo(503);
    }

    @Test
    void doesNotFailOnWhatItHasProcessedAlready() throws IOException {
        Delivery delivery = Delivery.valid();
        send(delivery);
        receiver.failNext(delivery.id());
        assertThat(send(delivery).status()).isEqualTo(200);
        assertThat(receiver.effects(delivery.id())).isEqualTo(1);
    }

    @Test
    void failsOverHttp() throws IOException {
        Delivery delivery = Delivery.valid();
        assertThat(put("/failures/" + delivery.id(), "").status()).isEqualTo(204);
        assertThat(send(delivery).status()).isEqualTo(503);
        assertThat(send(delivery).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"current\":\"whsec_next\",\"previous\":null}", "{\"current\":\"whsec_next\"}"})
    void rotatesOverHttpToOneSecret(String body) throws IOException {
        assertThat(put("/secrets", body).status()).isEqualTo(204);
        assertThat(send(Delivery.valid().secret("whsec_next")).status()).isEqualTo(200);
        assertThat(send(Delivery.valid()).status()).isEqualTo(401);
        assertThat(send(Delivery.valid().secret(PREVIOUS)).status()).isEqualTo(401);
    }

    @Test
    void rotatesOverHttpWithAnOverlap() throws IOException {
        String body = "{\"current\":\"whsec_naechstes_ü\",\"previous\":\"" + SECRET + "\"}";
        assertThat(put("/secrets", body).status()).isEqualTo(204);
        assertThat(send(Delivery.valid().secret("whsec_naechstes_ü")).status()).isEqualTo(200);
        assertThat(send(Delivery.valid()).status()).isEqualTo(200);
        assertThat(send(Delivery.valid().secret(PREVIOUS)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "{}",
                "{\"current\":\"\"}",
                "{\"current\":\" \"}",
                "{\"current\":7}",
                "{\"current\":null}",
                "{\"current\":\"whsec_next\",\"previous\":\"\"}",
                "{\"current\":\"whsec_next\",\"previous\":7}",
                "{\"current\":\"whsec_next\",\"current\":\"whsec_other\"}"
            })
    void leavesItsSecretsWhenItIsGivenNoGoodOnes(String body) throws IOException {
        Connection.Answered answer = put("/secrets", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("whsec_next");
        assertThat(send(Delivery.valid()).status()).isEqualTo(200);
        assertThat(send(Delivery.valid().secret(PREVIOUS)).status()).isEqualTo(200);
        assertThat(send(Delivery.valid().secret("whsec_next")).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /effects/evt_000000000000, GET",
        "PUT, /state/chk_kit_api, GET",
        "GET, /failures/evt_000000000000, PUT",
        "POST, /secrets, PUT",
        "GET, /secrets, PUT"
    })
    void namesTheMethodOfEachPath(String method, String path, String allowed) throws IOException {
        Connection.Answered answer =
                Connection.send(receiver, Delivery.valid().method(method).target(path));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    private Connection.Answered send(Delivery delivery) throws IOException {
        return Connection.send(receiver, delivery);
    }

    private Connection.Answered get(String path) throws IOException {
        return Connection.send(receiver, ("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(UTF_8));
    }

    private Connection.Answered put(String path, String body) throws IOException {
        String head = "PUT " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.getBytes(UTF_8).length;
        return Connection.send(receiver, (head + "\r\n\r\n" + body).getBytes(UTF_8));
    }

    private static Delivery event(String status, String timestamp) {
        return Delivery.changed(s -> s.replace("degraded", status).replace("2026-05-14T09:32:11Z", timestamp));
    }
}
