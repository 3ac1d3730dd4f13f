package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Without a leniency the small server answers as the sound one does. */
class LenientServerTest {

    private static BuiltInReceiver sound;
    private static BuiltInReceiver small;

    @BeforeAll
    static void start() {
        ReceiverSettings settings = ReceiverSettings.of(Signing.SECRET);
        sound = BuiltInReceiver.start(settings);
        small = BuiltInReceiver.start(lenient(settings, Leniency::new));
    }

    @AfterAll
    static void stop() {
        sound.close();
        small.close();
    }

    static Stream<Arguments> deliveries() {
        return Stream.of(CorrectReceiverTest.accepted(), CorrectReceiverTest.rejected(), CorrectReceiverTest.refused())
                .flatMap(list -> list);
    }

    static Stream<Arguments> soundRequests() {
        return Stream.of(
                sent("one-byte chunks", d -> d.chunked(1)),
                sent("one chunk", d -> d.chunked(100_000)),
                sent("a trailer", Probes::withTrailer),
                sent(
                        "a chunk extension",
                        d -> text(d.chunked(9999)).replaceFirst("(?<=\r\n)([0-9a-f]+)\r\n\\{", "$1;a=b\r\n{")),
                sent("Connection: close", d -> d.header("Connection: close").bytes()),
                sent("HEAD", d -> line("HEAD " + HttpRules.PATH)),
                sent("GET", d -> line("GET " + HttpRules.PATH)),
                sent("OPTIONS *", d -> line("OPTIONS *")),
                sent("TRACE", d -> line("TRACE " + HttpRules.PATH)),
                sent(
                        "absolute form",
                        d -> d.target("http://127.0.0.1" + HttpRules.PATH).bytes()),
                sent("a query", d -> d.target(HttpRules.PATH + "?a=%20b&c").bytes()),
                sent("an escaped path", d -> d.target("/webhook/status%70ulse").bytes()),
                sent("two slashes", d -> d.target("//webhook/statuspulse").bytes()),
                sent("effects", d -> line("GET /effects/evt_000000000000")),
                sent("state", d -> line("GET /state/chk_none")),
                sent(
                        "tabs around values",
                        d -> text(d.bytes()).replaceAll("(X-StatusPulse-[^:]*): ([^\r]*)\r", "$1:\t $2 \t\r")),
                sent("folded in its middle", d -> folded(d.bytes(), 20)),
                sent("on the next line", d -> folded(d.bytes(), 0)),
                sent("60 KiB of headers", d -> many(d, 60, 1_000)),
                sent("150 headers", d -> many(d, 150, 2)),
                sent("lower-case method", d -> d.method("post").bytes()),
                sent(
                        "a quoted charset",
                        d -> d.without("Content-Type")
                                .header("Content-Type: application/json;charset=\"utf-8\"")
                                .bytes()));
    }

    static Stream<Arguments> malformedRequests() {
        return Stream.of(
                sent("length beside chunked", d -> lined(d.chunked(99), "Content-Length: " + d.body.length)),
                sent("two lengths", d -> lined(d.bytes(), "Content-Length: 5")),
                sent("two equal lengths", d -> lined(d.bytes(), "Content-Length: " + d.body.length)),
                sent("no number", d -> d.bytes(d.body, "Content-Length: many")),
                sent("a negative length", d -> d.bytes(d.body, "Content-Length: -5")),
                sent("a sign", d -> d.bytes(d.body, "Content-Length: +" + d.body.length)),
                sent(
                        "a list of lengths",
                        d -> d.bytes(d.body, "Content-Length: " + d.body.length + ", " + d.body.length)),
                sent("a length of 20 digits", d -> d.bytes(d.body, "Content-Length: 99999999999999999999")),
                sent("no size", d -> d.bytes(bytes("ZZ\r\nxx\r\n0\r\n\r\n"), "Transfer-Encoding: chunked")),
                sent("a negative size", d -> d.bytes(bytes("-1\r\nxx\r\n0\r\n\r\n"), "Transfer-Encoding: chunked")),
                sent(
                        "a hexadecimal size",
                        d -> text(d.chunked(9999)).replaceFirst("(?<=\r\n)([0-9a-f]+\r\n\\{)", "0x$1")),
                sent("a space before the colon", d -> text(d.bytes()).replaceFirst("Signature:", "Signature :")),
                sent("no colon", d -> lined(d.bytes(), "what is this")),
                sent("NUL in a value", d -> lined(d.bytes(), "a: b\0c")),
                sent("NUL in the signature", d -> text(d.bytes()).replaceFirst("(Signature: .{9})", "$1\0")),
                sent("no host", d -> d.without("Host").bytes()),
                sent("two hosts", d -> d.header("Host: other").bytes()),
                sent("300 headers", d -> many(d, 300, 2)),
                sent("an empty line first", d -> "\r\n" + text(d.bytes())),
                sent("LF alone", d -> text(d.bytes()).replace("\r\n", "\n")),
                sent("no version", d -> text(d.bytes()).replaceFirst(" HTTP/1.1", "")),
                sent("nonsense", d -> "\u0016\u0003\u0001 what?\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0} #{index}")
    @MethodSource
    void deliveries(Object what, Delivery delivery) throws IOException {
        assertThat(answers(small, delivery.bytes())).isEqualTo(answers(sound, delivery.bytes()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void soundRequests(String what, Function<Delivery, byte[]> request) throws IOException {
        byte[] bytes = request.apply(Delivery.valid());
        assertThat(answers(small, bytes)).isEqualTo(answers(sound, bytes));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void malformedRequests(String what, Function<Delivery, byte[]> request) throws IOException {
        byte[] bytes = request.apply(Delivery.valid());
        // The sound server says it in other words, or closes without any.
        assertRefused(answers(small, bytes));
        assertRefused(answers(sound, bytes));
    }

    private static void assertRefused(List<String> answers) {
        assertThat(answers.get(0)).matches("(?s)(400|431) .*|closed");
        assertThat(answers.get(1)).isEqualTo("closed");
    }

    @Test
    void boundsTheHead() throws IOException {
        assertThat(Connection.send(small, many(Delivery.valid(), 100, 3_000)).status())
                .isEqualTo(431);
    }

    @Test
    void endsItsThreadsAndFreesItsPortWhenClosed() throws IOException {
        BuiltInReceiver receiver = BuiltInReceiver.start(lenient(ReceiverSettings.of(Signing.SECRET), Leniency::new));
        try (Connection idle = new Connection(receiver)) {
            assertThat(idle.exchange(Delivery.valid()).status()).isEqualTo(200);
            receiver.close();
            receiver.close();
            assertThat(idle.isAtEnd()).isTrue();
        }
        BuiltInReceiver.start(lenient(ReceiverSettings.of(Signing.SECRET).withPort(receiver.port()), Leniency::new))
                .close();
    }

    @Test
    void namesAPortThatIsTaken() {
        ReceiverSettings taken = ReceiverSettings.of(Signing.SECRET).withPort(small.port());
        assertThatThrownBy(() -> BuiltInReceiver.start(lenient(taken, Leniency::new)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("127.0.0.1, port " + small.port());
    }

    private static ReceiverSettings lenient(ReceiverSettings settings, Supplier<Leniency> leniency) {
        return settings.withDefect(Defect.ofServer("none", "", "", leniency));
    }

    /** What it answers, and what it answers to a valid delivery on the same connection. */
    private static List<String> answers(BuiltInReceiver receiver, byte[] request) throws IOException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = new Connection(receiver)) {
            connection.write(request);
            boolean head = text(request).startsWith("HEAD");
            answers.add(words(head ? connection.readHead() : connection.read()));
            try {
                answers.add(words(connection.exchange(Delivery.valid())));
            } catch (IOException e) {
                answers.add("closed");
            }
        }
        return answers;
    }

    private static String words(Connection.Answered answer) {
        return answer.status() == 0
                ? "closed"
                : answer.status() + " " + answer.header("Content-Type") + answer.header("Allow")
                        + answer.header("Content-Length") + " " + answer.body();
    }

    private static Arguments sent(String what, Function<Delivery, ?> request) {
        Function<Delivery, byte[]> bytes =
                request.andThen(made -> made instanceof String text ? bytes(text) : (byte[]) made);
        return arguments(what, bytes);
    }

    private static String line(String start) {
        return start + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private static String lined(byte[] request, String line) {
        return text(request).replaceFirst("\r\n\r\n", "\r\n" + line + "\r\n\r\n");
    }

    private static String folded(byte[] request, int at) {
        return text(request).replaceFirst("(Signature: .{" + at + "})", "$1\r\n ");
    }

    private static byte[] many(Delivery delivery, int count, int size) {
        for (int i = 0; i < count; i++) {
            delivery.header("h" + i + ": " + "x".repeat(size));
        }
        return delivery.bytes();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
