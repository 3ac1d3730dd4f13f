package io.statuspulse.conformance.receiver;

import static io.statuspulse.conformance.receiver.Probes.one;
import static io.statuspulse.conformance.receiver.Probes.together;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

final class HttpProbes {

    private static final int SHORT_MILLIS = 1_000;
    private static final int MANY = 48;
    private static final int OVERTAKING = 100;

    private HttpProbes() {}

    static List<Probes.Probe> all() {
        return List.of(
                one("exact-content-type", 200, 415, () -> typed("application/json; charset=utf-8")),
                one("case-sensitive-content-type", 200, 415, () -> typed("Application/JSON")),
                bytes("case-sensitive-headers", "200", "401", d -> renamed(d, "x-statuspulse-signature")),
                bytes("case-sensitive-headers", "200", "401", d -> renamed(d, "X-STATUSPULSE-SIGNATURE")),
                one("rejects-unlisted-headers", 200, 400, () -> Delivery.valid().header("traceparent: 0")),
                bytes("needs-content-length", "200", "411", d -> d.chunked(100)),
                new Probes.Probe("answers-417", "100", "417", HttpProbes::expecting),
                one(
                        "hangs-up-on-connection-close",
                        200,
                        0,
                        () -> Delivery.valid().header("Connection: close")),
                one("throws-on-wrong-content-type", 415, 500, () -> typed("text/plain")),
                one(
                        "throws-on-missing-content-type",
                        200,
                        500,
                        () -> Delivery.valid().without("Content-Type")),
                one("throws-on-unknown-charset", 200, 500, () -> typed("application/json; charset=klingon")),
                one("answers-get", 405, 200, () -> Delivery.valid().method("GET")),
                one(
                        "answers-head",
                        405,
                        200,
                        () -> Delivery.valid().method("HEAD").header("Connection: close")),
                one("takes-put-and-patch", 405, 200, () -> Delivery.valid().method("PUT")),
                one("takes-put-and-patch", 405, 200, () -> Delivery.valid().method("PATCH")),
                one("takes-delete", 405, 200, () -> Delivery.valid().method("DELETE")),
                one("redirects-now-and-then", 200, 307, () -> of("chk_kit_ap_southeast_1_api", 775)),
                one("throws-on-form", 415, 500, () -> typed("application/x-www-form-urlencoded")),
                one("throws-on-multipart", 415, 500, () -> typed("multipart/form-data; boundary=x")),
                one("throws-on-large-head", 200, 500, HttpProbes::withLargeHead),
                one("opens-cors", 405, 204, () -> Delivery.valid().method("OPTIONS")),
                one("echoes-trace", 405, 200, () -> Delivery.valid().method("TRACE")),
                one("takes-any-method", 405, 200, () -> Delivery.valid().method("PUT")),
                one(
                        "honours-method-override",
                        405,
                        200,
                        () -> Delivery.valid().method("GET").header("X-HTTP-Method-Override: POST")),
                one("answers-any-path", 404, 200, () -> Delivery.valid().target("/webhook/other")),
                one("redirects-rejections", 401, 302, () -> Delivery.valid().signature("0")),
                bytes("single-read", "200", "401", d -> d.chunked(100)),
                bytes("limits-reads", "200", "400", d -> d.chunked(1)),
                one("body-limit-10kb", 200, 413, () -> Delivery.changed(s -> s + " ".repeat(65_536))),
                one("body-limit-100kb", 200, 413, () -> Delivery.changed(s -> s + " ".repeat(262_144))),
                new Probes.Probe(
                        "stalls-on-large-body",
                        "413",
                        "none",
                        r -> soon(
                                r,
                                Delivery.changed(s -> s + " ".repeat(1 << 20)).bytes())),
                one("throws-on-large-body", 413, 500, () -> Delivery.changed(s -> s + " ".repeat(1 << 20))),
                bytes("keeps-header-whitespace", "200", "401", HttpProbes::spaced),
                together("mac-not-reset", "200 200", "200 401", () -> List.of(Delivery.valid(), Delivery.valid())),
                together(
                        "desyncs-after-rejection",
                        "401 200",
                        "401 400",
                        () -> List.of(Delivery.valid().signature("0"), Delivery.valid())),
                new Probes.Probe("fails-when-busy", "[200]", "[200, 503]", HttpProbes::atOnce),
                new Probes.Probe(
                        "one-body-at-a-time", "200", "none", r -> whileOneIsSlow(r, bytes -> bytes.length - 1)),
                new Probes.Probe("dies-on-aborted-body", "200", "503", HttpProbes::afterAnAbort),
                new Probes.Probe(
                        "answers-late",
                        "200",
                        "none",
                        r -> soon(r, of("chk_kit_ap_northeast_1_search", 65).bytes())),
                new Probes.Probe(
                        "rejects-late",
                        "401",
                        "none",
                        r -> soon(
                                r,
                                of("chk_kit_eu_central_1_checkout", 96)
                                        .signature("0")
                                        .bytes())));
    }

    private static Probes.Probe bytes(String defect, String right, String wrong, Function<Delivery, byte[]> bytes) {
        return new Probes.Probe(
                defect,
                right,
                wrong,
                r -> Integer.toString(
                        Connection.send(r, bytes.apply(Delivery.valid())).status()));
    }

    private static Delivery typed(String contentType) {
        return Delivery.valid().without("Content-Type").header("Content-Type: " + contentType);
    }

    private static String expecting(BuiltInReceiver receiver) throws Exception {
        Delivery delivery = Delivery.valid().header("Expect: 100-continue");
        byte[] bytes = delivery.bytes();
        byte[] head = Arrays.copyOf(bytes, bytes.length - delivery.body.length);
        return Integer.toString(Connection.send(receiver, head).status());
    }

    private static byte[] renamed(Delivery delivery, String name) {
        return new String(delivery.bytes(), ISO_8859_1)
                .replace(Probes.SIGNATURE, name)
                .getBytes(ISO_8859_1);
    }

    private static byte[] spaced(Delivery delivery) {
        return new String(delivery.bytes(), ISO_8859_1)
                .replaceFirst("(" + Probes.SIGNATURE + ":[^\r]*)", "$1  ")
                .getBytes(ISO_8859_1);
    }

    private static Delivery withLargeHead() {
        Delivery delivery = Delivery.valid();
        for (int i = 0; i < 64; i++) {
            delivery.header("h" + i + ": " + "x".repeat(1_000));
        }
        return delivery;
    }

    /** What is answered in a second. */
    static String soon(BuiltInReceiver receiver, byte[] request) throws IOException {
        try (Connection connection = new Connection(receiver)) {
            connection.patience(SHORT_MILLIS);
            return Integer.toString(connection.exchange(request).status());
        } catch (SocketTimeoutException e) {
            return "none";
        }
    }

    /** What is answered while another request has come only as far as it is to be cut. */
    static String whileOneIsSlow(BuiltInReceiver receiver, ToIntFunction<byte[]> end) throws IOException {
        byte[] slow = Delivery.valid().bytes();
        try (Connection connection = new Connection(receiver)) {
            connection.write(Arrays.copyOf(slow, end.applyAsInt(slow)));
            // Some may overtake it, until a thread has turned to it; not as many as these.
            String answered = "200";
            for (int i = 0; i < OVERTAKING && answered.equals("200"); i++) {
                answered = soon(receiver, Delivery.valid().bytes());
            }
            return answered;
        }
    }

    private static String afterAnAbort(BuiltInReceiver receiver) throws IOException {
        Delivery delivery = Delivery.valid();
        try (Connection connection = new Connection(receiver)) {
            connection.write(delivery.bytes(delivery.body, "Content-Length: " + (delivery.body.length + 1)));
            connection.endOutput();
            connection.read();
        }
        return Probes.status(receiver, Delivery.valid());
    }

    private static Delivery of(String check, int milliseconds) {
        return Delivery.changed(s -> s.replace("chk_kit_api", check).replace("1420", Integer.toString(milliseconds)));
    }

    static String atOnce(BuiltInReceiver receiver) throws Exception {
        List<Connection> connections = new ArrayList<>();
        List<Integer> statuses = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                connections.add(new Connection(receiver));
            }
            for (Connection connection : connections) {
                connection.write(Delivery.valid().bytes());
            }
            for (Connection connection : connections) {
                statuses.add(connection.read().status());
            }
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
        return statuses.stream().distinct().sorted().toList().toString();
    }
}
