package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

final class WireProbes {

    private static final int MANY_CONNECTIONS = 150;

    private WireProbes() {}

    static List<Probes.Probe> all() {
        return List.of(
                sent("reads-past-content-length", "401", "200", d -> d.bytes(d.body, "Content-Length: 5")),
                new Probes.Probe("waits-for-missing-body", "400", "none", WireProbes::ended),
                new Probes.Probe("keeps-connection-after-length-and-chunked", "400 0", "200 200", WireProbes::kept),
                sent("first-length-wins", "400", "200", d -> two(d, d.body.length, 5)),
                sent("last-length-wins", "400", "200", d -> two(d, 5, d.body.length)),
                sent("lenient-chunk-size", "0", "200", d -> sized(d, "0x%x")),
                sent("lenient-chunk-size", "0", "200", d -> sized(d, "+%x")),
                sent("throws-on-bad-chunk-size", "0", "500", d -> sized(d, "zz%x")),
                sent("joins-folded-lines", "401", "200", d -> edited(d, "(Signature: .{9})", "$1\r\n ")),
                sent("trims-header-names", "400", "200", d -> edited(d, "Signature:", "Signature :")),
                sent("drops-nul-bytes", "400", "200", d -> edited(d, "(Signature: .{9})", "$1\0")),
                sent("throws-on-many-headers", "400", "500", WireProbes::manyHeaders),
                sent(
                        "throws-on-missing-host",
                        "400",
                        "500",
                        d -> d.without("Host").bytes()),
                sent(
                        "throws-on-pipelined",
                        "200",
                        "500",
                        d -> Probes.joined(d.bytes(), Delivery.valid().bytes())),
                new Probes.Probe("one-at-a-time", "200", "none", r -> HttpProbes.whileOneIsSlow(r, bytes -> 1)),
                new Probes.Probe("limited-connections", "200", "none", WireProbes::besideIdleOnes));
    }

    private static Probes.Probe sent(String defect, String right, String wrong, Function<Delivery, byte[]> request) {
        return new Probes.Probe(
                defect,
                right,
                wrong,
                r -> Integer.toString(
                        Connection.send(r, request.apply(Delivery.valid())).status()));
    }

    private static String ended(BuiltInReceiver receiver) throws IOException {
        Delivery delivery = Delivery.valid();
        try (Connection connection = new Connection(receiver)) {
            connection.patience(1_000);
            connection.write(delivery.bytes(delivery.body, "Content-Length: " + (delivery.body.length + 50)));
            connection.endOutput();
            return Integer.toString(connection.read().status());
        } catch (SocketTimeoutException e) {
            return "none";
        }
    }

    private static String kept(BuiltInReceiver receiver) throws IOException {
        Delivery delivery = Delivery.valid();
        byte[] both = delivery.header("Content-Length: " + delivery.body.length).chunked(100);
        try (Connection connection = new Connection(receiver)) {
            return connection.exchange(both).status() + " "
                    + connection.exchange(Delivery.valid()).status();
        } catch (SocketException e) {
            return "400 0";
        }
    }

    private static byte[] two(Delivery delivery, int first, int second) {
        return delivery.header("Content-Length: " + first).bytes(delivery.body, "Content-Length: " + second);
    }

    /** In one chunk with its size spelt in this way. */
    private static byte[] sized(Delivery delivery, String size) {
        String body = String.format(Locale.ROOT, size, delivery.body.length) + "\r\n"
                + new String(delivery.body, ISO_8859_1) + "\r\n0\r\n\r\n";
        return delivery.bytes(body.getBytes(ISO_8859_1), "Transfer-Encoding: chunked");
    }

    private static byte[] edited(Delivery delivery, String pattern, String replacement) {
        return new String(delivery.bytes(), ISO_8859_1)
                .replaceFirst(pattern, replacement)
                .getBytes(ISO_8859_1);
    }

    private static byte[] manyHeaders(Delivery delivery) {
        for (int i = 0; i < 200; i++) {
            delivery.header("h" + i + ": x");
        }
        return delivery.bytes();
    }

    private static String besideIdleOnes(BuiltInReceiver receiver) throws IOException {
        List<Connection> idle = new ArrayList<>();
        try {
            for (int i = 0; i < MANY_CONNECTIONS; i++) {
                idle.add(new Connection(receiver));
            }
            return HttpProbes.soon(receiver, Delivery.valid().bytes());
        } finally {
            for (Connection connection : idle) {
                connection.close();
            }
        }
    }
}
