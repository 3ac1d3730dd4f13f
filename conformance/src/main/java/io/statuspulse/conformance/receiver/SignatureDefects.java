package io.statuspulse.conformance.receiver;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Deliveries that are taken, or crash, where verification should have turned them away (REQ-SIG-2, REQ-SIG-4). */
final class SignatureDefects {

    private static final Set<String> WORDS = Set.of("undefined", "null", "None", "nil");
    private static final Set<String> CONTROL_EVENTS = Set.of("ping", "test", "unsubscribe", "url_verification");

    private SignatureDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.ofVerification(
                        "missing-header-skips-verification",
                        "verifies only if both headers are there",
                        "novu PR #11829",
                        SkipsWithoutHeaders::new),
                Defect.ofVerification(
                        "throws-on-missing-header",
                        "uses a header's value without asking whether the header is there",
                        "Dokploy PR #4278",
                        ThrowsWithoutHeaders::new),
                Defect.ofVerification(
                        "word-skips-verification",
                        "takes a signature that reads undefined, null or None for none, and then verifies nothing",
                        "",
                        SkipsOnWords::new),
                Defect.ofVerification(
                        "trusts-known-signatures",
                        "remembers signatures that held and accepts them again with whatever body",
                        "",
                        TrustsKnown::new),
                Defect.ofFlow(
                        "logs-instead-of-rejecting",
                        "notes that the signature is wrong and goes on",
                        "webflow: a documented example answers 200 whatever the outcome",
                        parts -> new Flow(parts) {
                            @Override
                            Answer rejected(Request request) {
                                return taken(request);
                            }
                        }),
                Defect.ofFlow(
                        "acknowledges-first",
                        "answers 200 at once and verifies afterwards, so that nobody learns of a rejection",
                        "",
                        parts -> new Flow(parts) {
                            @Override
                            Answer handle(Request request) {
                                super.handle(request);
                                return Answer.ok();
                            }
                        }),
                Defect.ofFlow(
                        "parses-before-verifying",
                        "parses the body before it verifies it, to note the event's id, and lets that throw",
                        "",
                        ParsesFirst::new),
                Defect.ofFlow(
                        "control-events-unverified",
                        "answers events of type ping, test and unsubscribe before it verifies",
                        "GHSA-hh59-fgrr-93hf",
                        AnswersControlEvents::new),
                Defect.ofFlow(
                        "empty-body-unverified",
                        "takes a request with an empty body for a health check and answers it 200",
                        "",
                        parts -> new Flow(parts) {
                            @Override
                            Answer handle(Request request) {
                                return request.body().length == 0 ? Answer.ok() : super.handle(request);
                            }
                        }),
                Defect.ofFlow(
                        "leaks-expected-signature",
                        "answers a rejection with the signature it expected",
                        "adnanh/webhook #85",
                        LeaksExpected::new));
    }

    private static final class SkipsWithoutHeaders extends Verification {
        SkipsWithoutHeaders(Setup setup) {
            super(setup);
        }

        @Override
        boolean holds(Request request) {
            boolean absent = request.headers().values(Headers.SIGNATURE).isEmpty()
                    || request.headers().values(Headers.TIMESTAMP).isEmpty();
            return absent || super.holds(request);
        }
    }

    private static final class ThrowsWithoutHeaders extends Verification {
        ThrowsWithoutHeaders(Setup setup) {
            super(setup);
        }

        @Override
        Optional<String> only(Request request, String name) {
            String value = request.headers().first(name).orElseThrow();
            return super.only(request, name).filter(value::equals);
        }
    }

    private static final class SkipsOnWords extends Verification {
        SkipsOnWords(Setup setup) {
            super(setup);
        }

        @Override
        boolean signed(Request request, String timestamp, String signature) {
            return WORDS.contains(signature) || super.signed(request, timestamp, signature);
        }
    }

    private static final class TrustsKnown extends Verification {
        private final Set<String> known = ConcurrentHashMap.newKeySet();

        TrustsKnown(Setup setup) {
            super(setup);
        }

        @Override
        boolean signed(Request request, String timestamp, String signature) {
            if (known.contains(signature)) {
                return true;
            }
            boolean held = super.signed(request, timestamp, signature);
            if (held) {
                known.add(signature);
            }
            return held;
        }
    }

    private static final class ParsesFirst extends Flow {
        ParsesFirst(Parts parts) {
            super(parts);
        }

        @Override
        Answer handle(Request request) {
            Json.STRICT.readTree(request.body()).required("event_id");
            return super.handle(request);
        }
    }

    private static final class AnswersControlEvents extends Flow {
        AnswersControlEvents(Parts parts) {
            super(parts);
        }

        @Override
        Answer handle(Request request) {
            return CONTROL_EVENTS.contains(type(request.body())) ? Answer.ok() : super.handle(request);
        }

        private static String type(byte[] body) {
            String type = Json.textOf(body, "event_type");
            return type.isEmpty() ? Json.textOf(body, "type") : type;
        }
    }

    private static final class LeaksExpected extends Flow {
        LeaksExpected(Parts parts) {
            super(parts);
        }

        @Override
        Answer rejected(Request request) {
            Verification verification = parts.verification();
            String timestamp = verification.timestamp(request).orElse("");
            byte[] key = verification.keys().get(0);
            String expected = Macs.hmacSha256(key, verification.content(request, timestamp));
            return Answer.error(401, "expected signature " + expected);
        }
    }
}
