package io.statuspulse.conformance.receiver;

import static io.statuspulse.conformance.receiver.Probes.counted;
import static io.statuspulse.conformance.receiver.Probes.several;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

final class MemoryProbes {

    private static final String ONCE = "200 200 effects 1";
    private static final String TWICE = "200 200 effects 2";

    private MemoryProbes() {}

    static List<Probes.Probe> all() {
        return List.of(
                counted("no-idempotency", ONCE, TWICE, () -> twice(d -> d)),
                counted("dedupes-by-signature", ONCE, TWICE, () -> twice(d -> d.aged(5))),
                counted(
                        "dedupes-by-request-id",
                        ONCE,
                        TWICE,
                        () -> twice(d -> d.header("X-Request-Id: " + System.nanoTime()))),
                counted(
                        "dedupes-by-user-agent",
                        ONCE,
                        TWICE,
                        () -> twice(d -> d.header("User-Agent: " + System.nanoTime()))),
                counted("dedupes-by-connection", ONCE, TWICE, () -> twice(d -> d)),
                counted("dedupes-by-body", ONCE, TWICE, MemoryProbes::retried),
                counted("dedupes-by-attempt", ONCE, TWICE, MemoryProbes::retried),
                counted("dedupes-by-secret", ONCE, TWICE, MemoryProbes::acrossRotation),
                new Probes.Probe("dedupes-by-content", "1", "0", r -> {
                    Delivery second = Delivery.valid();
                    Probes.statuses(r, List.of(Delivery.valid(), second));
                    return Integer.toString(r.effects(second.id()));
                }),
                several("rejects-duplicates", "200 200", "200 409", () -> twice(d -> d)),
                several("throws-on-duplicate", "200 200", "200 500", () -> twice(d -> d)),
                several("throws-on-id-conflict", "200 200", "200 500", () -> changedBetween("us-east-1", "eu")),
                counted(
                        "dedupe-before-verify",
                        "401 200 effects 1",
                        "401 200 effects 0",
                        () -> after(d -> d.signature("0"))),
                counted(
                        "dedupe-before-freshness",
                        "401 200 effects 1",
                        "401 200 effects 0",
                        () -> after(d -> d.aged(4_000))),
                counted(
                        "dedupe-before-validation",
                        "422 200 effects 1",
                        "422 200 effects 0",
                        () -> changedBetween("503", "99", true)),
                new Probes.Probe("check-then-insert", "1", "many", MemoryProbes::race));
    }

    private static List<Delivery> twice(UnaryOperator<Delivery> second) {
        String event = Delivery.event(Delivery.newId());
        return List.of(Delivery.of(event), second.apply(Delivery.of(event)));
    }

    private static List<Delivery> after(UnaryOperator<Delivery> first) {
        String event = Delivery.event(Delivery.newId());
        return List.of(first.apply(Delivery.of(event)), Delivery.of(event));
    }

    private static List<Delivery> retried() {
        return changedBetween("count\":0", "count\":1");
    }

    private static List<Delivery> changedBetween(String from, String to) {
        return changedBetween(from, to, false);
    }

    private static List<Delivery> changedBetween(String from, String to, boolean changedFirst) {
        String event = Delivery.event(Delivery.newId());
        Delivery plain = Delivery.of(event);
        Delivery changed = Delivery.of(event.replace(from, to));
        return changedFirst ? List.of(changed, plain) : List.of(plain, changed);
    }

    private static List<Delivery> acrossRotation() {
        String event = Delivery.event(Delivery.newId());
        return List.of(Delivery.of(event).secret(Signing.PREVIOUS), Delivery.of(event));
    }

    private static String race(BuiltInReceiver receiver) throws Exception {
        Delivery delivery = Delivery.valid();
        int copies = 8;
        CountDownLatch done = new CountDownLatch(copies);
        ExecutorService senders = Executors.newFixedThreadPool(copies);
        try {
            for (int i = 0; i < copies; i++) {
                senders.execute(() -> {
                    try {
                        Probes.status(receiver, delivery);
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    } finally {
                        done.countDown();
                    }
                });
            }
            done.await();
        } finally {
            senders.shutdown();
        }
        return receiver.effects(delivery.id()) == 1 ? "1" : "many";
    }
}
