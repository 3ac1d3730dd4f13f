package io.statuspulse.conformance.receiver;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Repeated bytes refused or let through, and failed attempts that lose or double an event (REQ-IDEM-1, REQ-RETRY-1). */
final class RetryDefects {

    private RetryDefects() {}

    static List<Defect> all() {
        return List.of(
                once(
                        "rejects-replays",
                        "answers 401 to a signature that it has accepted before",
                        () -> Answer.error(401, "invalid signature")),
                once("throws-on-replay", "throws on a signature that it has accepted before", () -> {
                    throw new IllegalStateException("signature was used");
                }),
                Defect.ofVerification(
                        "caches-verification",
                        "verifies nothing that it has verified before, the timestamp included",
                        "",
                        Caches::new),
                Defect.ofMemory(
                        "remembers-failed-attempts",
                        "notes an event before it processes it, and keeps the note when processing fails",
                        "",
                        () -> new EventMemory() {
                            @Override
                            Answer failed(String key, ObjectNode event) {
                                remember(key);
                                return super.failed(key, event);
                            }
                        }),
                Defect.ofMemory(
                        "acknowledges-failed-attempts",
                        "notes an event and answers 200 though processing it failed",
                        "CreatorOs #984",
                        () -> new EventMemory() {
                            @Override
                            Answer failed(String key, ObjectNode event) {
                                remember(key);
                                return Answer.ok();
                            }
                        }),
                Defect.ofMemory(
                        "fails-after-processing",
                        "fails when its work is done already, and does it again at the retry",
                        "",
                        () -> new EventMemory() {
                            @Override
                            Answer failed(String key, ObjectNode event) {
                                process(event);
                                return super.failed(key, event);
                            }
                        }));
    }

    /** A receiver that takes each signature once. */
    private static Defect once(String name, String summary, Supplier<Answer> again) {
        return Defect.ofFlow(name, summary, "", parts -> new Flow(parts) {
            private final Set<String> used = ConcurrentHashMap.newKeySet();

            @Override
            Answer taken(Request request) {
                String signature = parts.verification().signature(request).orElse("");
                return used.add(signature) ? super.taken(request) : again.get();
            }
        });
    }

    private static final class Caches extends Verification {
        private final Set<String> verified = ConcurrentHashMap.newKeySet();

        Caches(Setup setup) {
            super(setup);
        }

        @Override
        boolean holds(Request request) {
            String known = signature(request).orElse("")
                    + timestamp(request).orElse("")
                    + Macs.hex(Macs.digest("SHA-256", request.body()));
            if (!verified.contains(known) && super.holds(request)) {
                verified.add(known);
            }
            return verified.contains(known);
        }
    }
}
