package io.statuspulse.conformance.receiver;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import tools.jackson.databind.node.ObjectNode;

/** Events processed twice, or not at all, or refused as duplicates (REQ-IDEM-1 and 2). */
final class IdempotencyDefects {

    private static final long RACE_MILLIS = 30;

    private IdempotencyDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.ofMemory(
                        "no-idempotency",
                        "processes every delivery that it accepts",
                        "covenant #271",
                        () -> new EventMemory() {
                            @Override
                            boolean remember(String key) {
                                return true;
                            }
                        }),
                Defect.ofMemory(
                        "queues-duplicates",
                        "queues every delivery that it accepts, and works them all off later",
                        "",
                        () -> new QueuedMemory() {
                            @Override
                            boolean remember(String key) {
                                return true;
                            }
                        }),
                Defect.ofMemory(
                        "check-then-insert",
                        "looks whether an event was seen, and notes it only after its work",
                        "StellarBank #39",
                        CheckThenInsert::new),
                keyed(
                        "dedupes-by-signature",
                        "takes deliveries of equal signature for duplicates, which a retry has not",
                        "",
                        (r, e) -> r.headers().first(Headers.SIGNATURE).orElse("")),
                keyed(
                        "dedupes-by-request-id",
                        "takes deliveries of equal X-Request-Id for duplicates",
                        "idiomatic-critter-stack #9",
                        (r, e) -> r.headers().first("X-Request-Id").orElseGet(() -> EventMemory.id(e))),
                keyed(
                        "dedupes-by-user-agent",
                        "keeps a memory of its own for each user agent",
                        "",
                        (r, e) -> EventMemory.id(e)
                                + r.headers().first("User-Agent").orElse("")),
                keyed(
                        "dedupes-by-connection",
                        "keeps its memory with the connection",
                        "",
                        (r, e) -> EventMemory.id(e) + System.identityHashCode(r.connection())),
                keyed(
                        "dedupes-by-body",
                        "takes deliveries of equal bodies for duplicates, which a retry has not",
                        "",
                        (r, e) -> Macs.hex(Macs.digest("SHA-256", r.body()))),
                keyed(
                        "dedupes-by-content",
                        "takes events that are equal but for their ids for duplicates",
                        "",
                        (r, e) -> e.deepCopy()
                                .remove(List.of("event_id", "retry_count"))
                                .toString()),
                keyed(
                        "dedupes-by-attempt",
                        "takes each retry_count of an event for an event of its own",
                        "",
                        (r, e) -> EventMemory.id(e) + " " + e.get("retry_count")),
                Defect.ofParts("dedupes-by-secret", "keeps a memory of its own for each secret", "", setup -> {
                    Parts correct = Parts.correct(setup);
                    return correct.with(new Keyed((r, e) -> EventMemory.id(e) + holder(correct.verification(), r)));
                }),
                Defect.ofMemory("rejects-duplicates", "answers a duplicate 409", "", () -> new EventMemory() {
                    @Override
                    Answer duplicate(ObjectNode event) {
                        return Answer.error(409, "already processed");
                    }
                }),
                Defect.ofMemory(
                        "throws-on-duplicate",
                        "lets the unique index throw on a duplicate",
                        "",
                        () -> new EventMemory() {
                            @Override
                            Answer duplicate(ObjectNode event) {
                                throw new IllegalStateException("unique index violated");
                            }
                        }),
                Defect.ofMemory(
                        "throws-on-id-conflict",
                        "throws when an event comes again with other content",
                        "",
                        ThrowsOnConflict::new),
                Defect.ofFlow(
                        "dedupe-before-verify",
                        "remembers an event before it has verified its delivery",
                        "",
                        parts -> new RemembersEarly(parts, (v, r) -> true)),
                Defect.ofFlow(
                        "dedupe-before-freshness",
                        "remembers an event before it has checked the delivery's timestamp",
                        "",
                        parts -> new RemembersEarly(parts, IdempotencyDefects::isSigned)),
                Defect.ofFlow(
                        "dedupe-before-validation",
                        "remembers an event before it has checked its fields",
                        "webrenew/unicon #42",
                        parts -> new RemembersEarly(parts, Verification::holds)));
    }

    private static Defect keyed(
            String name, String summary, String source, BiFunction<Request, ObjectNode, String> key) {
        return Defect.ofMemory(name, summary, source, () -> new Keyed(key));
    }

    private static final class Keyed extends EventMemory {
        private final BiFunction<Request, ObjectNode, String> key;

        Keyed(BiFunction<Request, ObjectNode, String> key) {
            this.key = key;
        }

        @Override
        String key(Request request, ObjectNode event) {
            return key.apply(request, event);
        }
    }

    private static final class CheckThenInsert extends EventMemory {
        @Override
        boolean remember(String key) {
            if (seen.contains(key)) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RACE_MILLIS));
            seen.add(key);
            return true;
        }
    }

    private static final class ThrowsOnConflict extends EventMemory {
        private final ConcurrentMap<String, ObjectNode> contents = new ConcurrentHashMap<>();

        @Override
        Answer take(Request request, ObjectNode event) {
            ObjectNode content = event.deepCopy().remove(List.of("retry_count"));
            ObjectNode known = contents.putIfAbsent(id(event), content);
            if (known != null && !known.equals(content)) {
                throw new IllegalStateException("conflicting content");
            }
            return super.take(request, event);
        }
    }

    /** Notes the id of a delivery that passes the test, and takes the next one with it for a duplicate. */
    private static final class RemembersEarly extends Flow {
        private final Set<String> early = ConcurrentHashMap.newKeySet();
        private final BiPredicate<Verification, Request> when;

        RemembersEarly(Parts parts, BiPredicate<Verification, Request> when) {
            super(parts);
            this.when = when;
        }

        @Override
        Answer handle(Request request) {
            String id = Json.textOf(request.body(), "event_id");
            boolean again = !id.isEmpty() && when.test(parts.verification(), request) && !early.add(id);
            return again ? Answer.ok() : super.handle(request);
        }
    }

    private static boolean isSigned(Verification verification, Request request) {
        Optional<String> signature = verification.signature(request);
        Optional<String> timestamp = verification.timestamp(request);
        return signature.isPresent()
                && timestamp.isPresent()
                && verification.signed(request, timestamp.get(), signature.get());
    }

    private static String holder(Verification verification, Request request) {
        String timestamp = verification.timestamp(request).orElse("");
        String signature = verification.signature(request).orElse("");
        byte[] content = verification.content(request, timestamp);
        return verification.keys().stream()
                .filter(key -> verification.matches(signature, Macs.hmacSha256(key, content)))
                .map(Macs::hex)
                .findFirst()
                .orElse("");
    }
}
