package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectReceiverTest {

    private static BuiltInReceiver receiver;

    @BeforeAll
    static void start() {
        receiver = BuiltInReceiver.start(ReceiverSettings.of(Signing.SECRET));
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("the oldest in tolerance", Delivery.valid().aged(298)),
                arguments("the newest in tolerance", Delivery.valid().aged(-298)),
                arguments("charset", typed("application/json; charset=utf-8")),
                arguments("type in capitals", typed("Application/JSON")),
                arguments("no type", Delivery.valid().without("Content-Type")),
                arguments("unknown charset", typed("application/json; charset=klingon")),
                arguments("unknown header", Delivery.valid().header("traceparent: 00-1-2-03")),
                arguments("query", Delivery.valid().target(HttpRules.PATH + "?x=1")),
                arguments("new line at the end", Delivery.changed(s -> s + "\n")),
                arguments("pretty", Delivery.changed(s -> s.replace(",\"", ",\r\n  \""))),
                arguments("umlauts", Delivery.changed(s -> s.replace("us-east-1", "Zürich 😀 e\u0301"))),
                arguments("escapes", Delivery.changed(s -> s.replace("us-east-1", "Z\\u00fcrich \\/ \\\" \\\\"))),
                arguments("percent", Delivery.changed(s -> s.replace("us-east-1", "a+b%20<&>"))),
                arguments("1420.0", Delivery.changed(s -> s.replace("1420", "1420.0"))),
                arguments("1.42e3", Delivery.changed(s -> s.replace("1420", "1.42e3"))),
                arguments("1e400", Delivery.changed(s -> s.replace("1420", "1e400"))),
                arguments("no response time", Delivery.changed(s -> s.replace("1420", "null"))),
                arguments("no error", Delivery.changed(s -> s.replace("503", "null"))),
                arguments("unknown field", Delivery.changed(s -> s.replace("{", "{\"n\":{\"big\":9007199254740993},"))),
                arguments("unknown type", Delivery.changed(s -> s.replace("status_change", "new_thing"))),
                arguments("unknown status", Delivery.changed(s -> s.replace("degraded", "haunted"))),
                arguments("fraction", Delivery.changed(s -> s.replace("11Z", "11.123456789Z"))),
                arguments("offset", Delivery.changed(s -> s.replace("11Z", "11+14:00"))),
                arguments("leap second", Delivery.changed(s -> s.replace("09:32:11Z", "23:59:60Z"))),
                arguments(
                        "many retries", Delivery.changed(s -> s.replace("\"retry_count\":0", "\"retry_count\":1000"))),
                arguments("64 KiB", Delivery.changed(s -> s.replace("{", "{\"pad\":\"" + "x".repeat(65_536) + "\","))),
                arguments("1 MiB", Delivery.changed(s -> s + " ".repeat((1 << 20) - s.length()))));
    }

    static Stream<Arguments> rejected() {
        return Stream.of(
                arguments("no signature", Delivery.valid().without("X-StatusPulse-Signature")),
                arguments("no timestamp", Delivery.valid().without("X-StatusPulse-Timestamp")),
                arguments("empty signature", Delivery.valid().signature("")),
                arguments("all zeros", Delivery.valid().signature("0".repeat(64))),
                arguments("cut", Delivery.valid().signature(s -> s.substring(0, 63))),
                arguments("longer", Delivery.valid().signature(s -> s + "0")),
                arguments("in capitals", Delivery.valid().signature(s -> s.toUpperCase(Locale.ROOT))),
                arguments("in base64", Delivery.valid().signature(CorrectReceiverTest::base64)),
                arguments("prefixed", Delivery.valid().signature(s -> "sha256=" + s)),
                arguments("not ASCII", Delivery.valid().signature("é".repeat(64))),
                arguments("8 KiB", Delivery.valid().signature("a".repeat(8192))),
                arguments("list", Delivery.valid().signature(s -> s + "," + s)),
                arguments("two signatures", two("X-StatusPulse-Signature", "0".repeat(64))),
                arguments("two timestamps", two("X-StatusPulse-Timestamp", "1")),
                arguments("body changed", Delivery.valid().tampered(s -> s.replace("1420", "1421"))),
                arguments("body longer", Delivery.valid().tampered(s -> s + " ")),
                arguments("body empty", Delivery.valid().tampered(s -> "")),
                arguments("never issued", Delivery.valid().secret("whsec_never")),
                arguments("empty timestamp", Delivery.valid().timestamp("")),
                arguments("too old", Delivery.valid().aged(303)),
                arguments("too new", Delivery.valid().aged(-303)));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(404, Delivery.valid().target("/webhook/statuspulse2")),
                arguments(404, Delivery.valid().target("/webhook/statuspulse/")),
                arguments(404, Delivery.valid().target("/")),
                arguments(405, Delivery.valid().method("GET")),
                arguments(405, Delivery.valid().method("PUT")),
                arguments(405, Delivery.valid().method("OPTIONS")),
                arguments(405, Delivery.valid().target("/effects/evt_000000000000")),
                arguments(413, Delivery.changed(s -> s + " ".repeat(1 << 20))),
                arguments(415, typed("text/plain")),
                arguments(415, typed("application/x-www-form-urlencoded")),
                arguments(400, Delivery.of("")),
                arguments(400, Delivery.of("nonsense")),
                arguments(400, Delivery.changed(s -> s.substring(0, s.length() - 1))),
                arguments(400, Delivery.changed(s -> s + "x")),
                arguments(400, Delivery.changed(s -> "\uFEFF" + s)),
                arguments(400, Delivery.changed(s -> s.replace("{", "{ // comment\n"))),
                arguments(400, Delivery.changed(s -> s.replace("}", ",\"region\":\"eu\"}"))),
                arguments(400, Delivery.of(Delivery.event(Delivery.newId()).getBytes(UTF_16LE))),
                arguments(400, Delivery.of("{\"a\":\"\u00fe\"}".getBytes(ISO_8859_1))),
                arguments(400, Delivery.of("[]")),
                arguments(400, Delivery.of("null")),
                arguments(400, Delivery.of("\"x\"")),
                arguments(400, Delivery.of("[".repeat(100_000))),
                arguments(400, Delivery.of("{\"a\":" + "9".repeat(100_000) + "}")),
                arguments(422, Delivery.of("{}")),
                arguments(400, Delivery.of("{\"a\":1e99999999999}")),
                arguments(422, Delivery.changed(s -> s.replace("1420", "1e-1"))),
                arguments(422, Delivery.changed(s -> s.replace("1420", "-1"))),
                arguments(422, Delivery.changed(s -> s.replace("1420", "\"1420\""))),
                arguments(422, Delivery.changed(s -> s.replace("503", "600"))),
                arguments(422, Delivery.changed(s -> s.replace("evt_", "EVT_"))),
                arguments(422, Delivery.changed(s -> s.replace("chk_", "chk-"))),
                arguments(422, Delivery.changed(s -> s.replace("https:", "ftp:"))),
                arguments(422, Delivery.changed(s -> s.replace("05-14", "02-30"))),
                arguments(422, Delivery.changed(s -> s.replace("us-east-1", ""))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String what, Delivery delivery) throws IOException {
        assertThat(Connection.send(receiver, delivery).status()).isEqualTo(200);
        assertThat(receiver.effects(delivery.id())).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String what, Delivery delivery) throws IOException {
        Connection.Answered answer = Connection.send(receiver, delivery);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid signature\"}");
        assertThat(receiver.effects(delivery.id())).isZero();
    }

    @ParameterizedTest(name = "{0} #{index}")
    @MethodSource
    void refused(int status, Delivery delivery) throws IOException {
        assertThat(Connection.send(receiver, delivery).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "soon",
                "-1",
                "0",
                "0x6a0",
                "1e9",
                "99999999999999999999",
                "2026-05-14T09:32:11Z"
            })
    void rejectsEveryTimestampThatIsNotAFreshNumberOfSeconds(String timestamp) throws IOException {
        Delivery delivery = Delivery.valid().timestamp(timestamp);
        assertThat(Connection.send(receiver, delivery).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+%s", "%s.0", "%s000", "%sabc", "%s_", "٣%s", "%1$s%1$s"})
    void rejectsEveryDecorationOfAFreshTimestamp(String decoration) throws IOException {
        Delivery fresh = Delivery.valid();
        byte[] bytes = String.format(Locale.ROOT, decoration, fresh.timestamp).getBytes(UTF_8);
        Delivery decorated = fresh.timestamp(new String(bytes, ISO_8859_1));
        assertThat(Connection.send(receiver, decorated).status()).isEqualTo(401);
    }

    @Test
    void answersWrongMethodsWithTheRightOne() throws IOException {
        assertThat(Connection.send(receiver, Delivery.valid().method("DELETE")).header("Allow"))
                .isEqualTo("POST");
    }

    @Test
    void remembersOnlyWhatItVerifiedAndFoundValid() throws IOException {
        String id = Delivery.newId();
        String event = Delivery.event(id);
        assertThat(status(Delivery.of(event).signature("0".repeat(64)))).isEqualTo(401);
        assertThat(status(Delivery.of(event).aged(4_000))).isEqualTo(401);
        assertThat(status(Delivery.of(event.replace("503", "\"x\"")))).isEqualTo(422);
        assertThat(receiver.effects(id)).isZero();
        assertThat(status(Delivery.of(event))).isEqualTo(200);
        assertThat(status(Delivery.of(event.replace("_count\":0", "_count\":1"))))
                .isEqualTo(200);
        assertThat(receiver.effects(id)).isEqualTo(1);
    }

    private static int status(Delivery delivery) throws IOException {
        return Connection.send(receiver, delivery).status();
    }

    private static Delivery typed(String contentType) {
        return Delivery.valid().without("Content-Type").header("Content-Type: " + contentType);
    }

    private static Delivery two(String name, String value) {
        return Delivery.valid().header(name + ": " + value);
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
