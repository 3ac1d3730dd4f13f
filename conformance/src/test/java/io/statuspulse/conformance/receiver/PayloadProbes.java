package io.statuspulse.conformance.receiver;

import static io.statuspulse.conformance.receiver.Probes.one;
import static io.statuspulse.conformance.receiver.Probes.several;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

final class PayloadProbes {

    private static final int BOMB_BYTES = 32 << 20;

    private PayloadProbes() {}

    static List<Probes.Probe> all() {
        return List.of(
                one("throws-on-invalid-utf8", 400, 500, () -> Delivery.of("\u00fe".getBytes(ISO_8859_1))),
                thrown("throws-on-malformed-json", 400, s -> s.substring(1)),
                thrown("throws-on-malformed-json", 400, s -> "\uFEFF" + s),
                thrown("throws-on-duplicate-keys", 400, s -> s.replace("}", ",\"region\":\"eu\"}")),
                thrown("throws-on-huge-number", 400, s -> more(s, "9".repeat(100_000))),
                thrown("throws-on-empty-body", 400, s -> ""),
                thrown("throws-on-bytes-after-json", 400, s -> s + "more"),
                thrown("throws-on-bytes-after-json", 400, s -> s + s),
                thrown("throws-on-comments", 400, s -> s.replace("{", "{/* none */")),
                thrown("throws-on-comments", 400, s -> s.replace(",", ", // none\n")),
                one("throws-on-utf16", 400, 500, () -> Delivery.of(event().getBytes(UTF_16LE))),
                one("throws-on-utf16", 400, 500, () -> Delivery.of(("\uFEFF" + event()).getBytes(UTF_16BE))),
                thrown("throws-on-non-object", 400, s -> "[]"),
                thrown("recursive-parser", 400, s -> "[".repeat(100_000) + "]".repeat(100_000)),
                region("throws-on-nul-character", "a\\u0000"),
                region("throws-on-lone-surrogate", "a\\ud800"),
                region("throws-on-long-text", "a".repeat(100_000)),
                region("throws-on-quote", "a' OR 1=1"),
                region("throws-on-placeholder", "${jndi:x}"),
                region("throws-on-line-break", "a\\r\\nb"),
                thrown("throws-on-huge-exponent", 200, s -> more(s, "1e400")),
                thrown("throws-on-many-keys", 200, s -> s.replace("}", numbered(30_000) + "}")),
                thrown("throws-on-colliding-keys", 200, s -> s.replace("}", colliding() + "}")),
                several(
                        "pollutes-prototype",
                        "200 200",
                        "200 500",
                        () -> List.of(Delivery.changed(s -> s.replace("}", ",\"__proto__\":{}}")), Delivery.valid())),
                one("throws-on-gzip", 400, 500, () -> Delivery.of(gzip(100)).header("Content-Encoding: gzip")),
                one("inflates-without-bound", 400, 500, () -> Delivery.of(gzip(BOMB_BYTES))));
    }

    private static Probes.Probe thrown(String defect, int right, UnaryOperator<String> change) {
        return one(defect, right, 500, () -> Delivery.changed(change));
    }

    private static Probes.Probe region(String defect, String value) {
        return thrown(defect, 200, s -> s.replace("us-east-1", value));
    }

    private static String more(String event, String value) {
        return event.replace("}", ",\"more\":" + value + "}");
    }

    private static String event() {
        return Delivery.event(Delivery.newId());
    }

    private static String numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> ",\"k" + i + "\":0").collect(Collectors.joining());
    }

    /** 1,024 keys of one hash: Aa and BB have the same. */
    private static String colliding() {
        return IntStream.range(0, 1_024)
                .mapToObj(i -> IntStream.range(0, 10)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining("", ",\"", "\":0")))
                .collect(Collectors.joining());
    }

    private static byte[] gzip(int size) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[size]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
