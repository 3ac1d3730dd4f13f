package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For every defect something that shows it: what the correct receiver answers, and what the wrong one does. */
final class Probes {

    static final String SIGNATURE = "X-StatusPulse-Signature";
    static final String TIMESTAMP = "X-StatusPulse-Timestamp";

    private Probes() {}

    /** Sends something and puts what came of it into words. */
    @FunctionalInterface
    interface Steps {
        String run(BuiltInReceiver receiver) throws Exception;
    }

    record Probe(String defect, String right, String wrong, Steps steps) {
        @Override
        public String toString() {
            return defect + ": " + wrong + " in place of " + right;
        }
    }

    static Map<String, List<Probe>> byDefect() {
        return Stream.of(
                        SignatureProbes.all(),
                        TimestampProbes.all(),
                        SecretProbes.all(),
                        BodyProbes.all(),
                        EventProbes.all(),
                        PayloadProbes.all(),
                        MemoryProbes.all(),
                        HttpProbes.all(),
                        WireProbes.all())
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Probe::defect, TreeMap::new, Collectors.toList()));
    }

    /** One delivery, made anew for each receiver. */
    static Probe one(String defect, int right, int wrong, Supplier<Delivery> delivery) {
        return new Probe(defect, Integer.toString(right), Integer.toString(wrong), r -> status(r, delivery.get()));
    }

    static Probe several(String defect, String right, String wrong, Supplier<List<Delivery>> deliveries) {
        return new Probe(defect, right, wrong, r -> statuses(r, deliveries.get()));
    }

    /** As {@link #several}, with the effects of the first delivery's event at the end. */
    static Probe counted(String defect, String right, String wrong, Supplier<List<Delivery>> deliveries) {
        return new Probe(defect, right, wrong, r -> {
            List<Delivery> sent = deliveries.get();
            return statuses(r, sent) + " effects " + r.effects(sent.get(0).id());
        });
    }

    /** All on one connection. */
    static Probe together(String defect, String right, String wrong, Supplier<List<Delivery>> deliveries) {
        return new Probe(defect, right, wrong, r -> {
            List<String> statuses = new ArrayList<>();
            try (Connection connection = new Connection(r)) {
                for (Delivery delivery : deliveries.get()) {
                    statuses.add(Integer.toString(connection.exchange(delivery).status()));
                }
            }
            return String.join(" ", statuses);
        });
    }

    static String status(BuiltInReceiver receiver, Delivery delivery) throws IOException {
        return Integer.toString(Connection.send(receiver, delivery).status());
    }

    static String statuses(BuiltInReceiver receiver, List<Delivery> deliveries) throws IOException {
        List<String> statuses = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            statuses.add(status(receiver, delivery));
        }
        return String.join(" ", statuses);
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static byte[] withTrailer(Delivery delivery) {
        byte[] plain = delivery.chunked(1 << 16);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(Arrays.copyOf(plain, plain.length - 2));
        all.writeBytes((SIGNATURE + ": " + delivery.rightSignature() + "\r\n\r\n").getBytes(ISO_8859_1));
        return all.toByteArray();
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
