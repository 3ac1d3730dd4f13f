package io.statuspulse.conformance.receiver;

import static io.statuspulse.conformance.receiver.Probes.one;
import static io.statuspulse.conformance.receiver.Probes.together;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

final class HttpProbes {

    private static final int MANY = 48;

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
                one("redirects-rejections", 401, 302, () -> Delivery.valid().signature("0")),
                bytes("single-read", "200", "401", d -> d.chunked(100)),
                bytes("limits-reads", "200", "400", d -> d.chunked(1)),
                one("body-limit-10kb", 200, 413, () -> Delivery.changed(s -> s + " ".repeat(65_536))),
                one("body-limit-100kb", 200, 413, () -> Delivery.changed(s -> s + " ".repeat(262_144))),
                bytes("keeps-header-whitespace", "200", "401", HttpProbes::spaced),
                together("mac-not-reset", "200 200", "200 401", () -> List.of(Delivery.valid(), Delivery.valid())),
                new Probes.Probe("fails-when-busy", "[200]", "[200, 503]", HttpProbes::atOnce));
    }

    private static Probes.Probe bytes(
            String defect, String right, String wrong, java.util.function.Function<Delivery, byte[]> bytes) {
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

    private static String atOnce(BuiltInReceiver receiver) throws Exception {
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
