package io.statuspulse.conformance.receiver;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Crashes on what stands in a signed event: odd text, numbers beyond bounds, too many keys (REQ-PAY-6). */
final class ContentDefects {

    private static final int LONG_TEXT = 65_535;
    private static final int MANY_KEYS = 20_000;
    private static final long BUCKET = 256;
    private static final Set<String> PROTOTYPE_KEYS = Set.of("__proto__", "constructor", "prototype");

    private ContentDefects() {}

    static List<Defect> all() {
        return List.of(
                textual(
                        "throws-on-nul-character",
                        "stores text in a database that cannot hold U+0000",
                        t -> t.indexOf('\0') >= 0),
                textual(
                        "throws-on-lone-surrogate",
                        "encodes text strictly, and a lone surrogate has no encoding",
                        ContentDefects::hasLoneSurrogate),
                textual(
                        "throws-on-long-text",
                        "stores text in a column of 65,535 characters",
                        t -> t.length() > LONG_TEXT),
                textual(
                        "throws-on-quote",
                        "puts text between quotes in a query, in place of binding it",
                        t -> t.indexOf('\'') >= 0),
                textual(
                        "throws-on-placeholder",
                        "logs text as a pattern, whose placeholders it looks up",
                        t -> t.contains("${")),
                textual(
                        "throws-on-line-break",
                        "puts text into a header of its own, which can hold no line break",
                        t -> t.indexOf('\r') >= 0 || t.indexOf('\n') >= 0),
                throwing(
                        "throws-on-huge-exponent",
                        "wants every number to be a finite floating-point number",
                        e -> e.valueStream()
                                .anyMatch(v -> v.isNumber()
                                        && Double.isInfinite(v.decimalValue().doubleValue()))),
                throwing("throws-on-many-keys", "takes at most 20,000 parameters", e -> e.size() > MANY_KEYS),
                throwing(
                        "throws-on-colliding-keys",
                        "keeps fields in a hash table with buckets for 256, and throws when one is full",
                        ContentDefects::fillsABucket),
                Defect.ofReader(
                        "pollutes-prototype",
                        "merges what came into an object that requests share, and breaks on it until it is restarted",
                        "",
                        PollutesPrototype::new));
    }

    private static Defect throwing(String name, String summary, Predicate<ObjectNode> when) {
        return Defect.ofReader(name, summary, "", () -> new EventReader() {
            @Override
            void check(ObjectNode event) {
                if (when.test(event)) {
                    throw new IllegalStateException(name);
                }
                super.check(event);
            }
        });
    }

    private static Defect textual(String name, String summary, Predicate<String> when) {
        return throwing(name, summary, e -> e.valueStream().anyMatch(v -> v.isString() && when.test(v.stringValue())));
    }

    private static final class PollutesPrototype extends EventReader {
        private final AtomicBoolean polluted = new AtomicBoolean();

        @Override
        void check(ObjectNode event) {
            if (polluted.getAndSet(false)) {
                throw new IllegalStateException("every object has an unexpected property");
            }
            if (event.propertyNames().stream().anyMatch(PROTOTYPE_KEYS::contains)) {
                polluted.set(true);
            }
            super.check(event);
        }
    }

    private static boolean fillsABucket(ObjectNode event) {
        Map<Integer, Long> buckets =
                event.propertyNames().stream().collect(Collectors.groupingBy(String::hashCode, Collectors.counting()));
        return buckets.values().stream().anyMatch(count -> count > BUCKET);
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
