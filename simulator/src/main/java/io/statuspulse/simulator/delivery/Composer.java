package io.statuspulse.simulator.delivery;

import io.statuspulse.schemas.Schemas;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.event.Event;
import io.statuspulse.simulator.event.EventGenerator;
import io.statuspulse.simulator.event.EventType;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.signing.SignatureEncoding;
import io.statuspulse.simulator.signing.SignatureScheme;
import io.statuspulse.simulator.signing.SigningKey;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns plans into deliveries: the only place that reads the clock and the seed.
 *
 * @param scheme how deliveries are signed
 * @param secrets the endpoint's secrets
 * @param clock dates attempts and events
 * @param generator makes the events
 * @param extraHeaders lines added to every delivery, e.g. for a gateway
 */
public record Composer(
        SignatureScheme scheme, Secrets secrets, Clock clock, EventGenerator generator, List<HeaderLine> extraHeaders) {

    private static final Pattern EVENT_ID = Pattern.compile("\"event_id\"\\s*:\\s*\"([^\"\\\\]*)\"");

    /** A header's value that arrives as it was sent (RFC 9110, 5.5): no control characters, no blank at its ends. */
    private static final Pattern UNBROKEN = Pattern.compile("(?! )[\\x20-\\x7e\\x80-\\xff]+(?<! )", Pattern.DOTALL);

    public Composer {
        extraHeaders = List.copyOf(extraHeaders);
    }

    /**
     * Names the event of a delivery: deliveries with equal keys, and plans of the same base, carry the same event.
     *
     * @param label whom it is for, e.g. a scenario's id; goes into the User-Agent
     * @param number which of that label's events
     * @param event the event itself
     * @param other another event of the same type, for edits that mix two; few do, so it is made when it is asked for
     */
    public record EventKey(String label, int number, Event event, Supplier<Event> other) {}

    /** A value, so that equal keys stay equal. */
    private record Other(EventGenerator generator, EventType type, String label, int number, Instant now)
            implements Supplier<Event> {
        @Override
        public Event get() {
            return generator.event(type, label + " other", number, now);
        }
    }

    /** Makes the event that deliveries of this key carry. */
    public EventKey event(DeliveryPlan plan, String label, int number) {
        EventType type = plan.base() instanceof DeliveryPlan.Base.Generated generated
                ? generated.type()
                : EventType.STATUS_CHANGE;
        Instant now = clock.instant();
        return new EventKey(
                label,
                number,
                generator.event(type, label, number, now),
                new Other(generator, type, label, number, now));
    }

    /**
     * Composes one attempt, dated now.
     *
     * @param to the endpoint's host header and request target
     * @throws NotComposableException if the plan needs a key that these secrets do not have, or an edit finds nothing to
     *     change
     */
    public Delivery compose(DeliveryPlan plan, EventKey key, RequestTarget to) {
        Draft draft = new Draft(clock.instant(), body(plan, key), scheme, to.path());
        each(plan, BodyEdit.class, edit -> draft.body = BodyEdit.apply(edit, draft.body));
        each(plan, SigningEdit.class, edit -> SigningEdit.apply(edit, draft));
        Body untouched = draft.body;
        Bytes signed = untouched.write();
        sign(
                draft,
                draft.signedBody
                        .map(edit -> BodyEdit.apply(edit, untouched).write())
                        .orElse(signed));
        addHeaders(draft, key, to);
        each(plan, SentEdit.class, edit -> SentEdit.apply(edit, draft));
        // Large bodies take their time to write.
        Bytes body = isSame(draft.body, untouched) ? signed : draft.body.write();
        if (plan.has(WireEdit.FoldSignature.class)) {
            List.copyOf(draft.confidential).forEach(text -> draft.confidential.add(Framing.folded(text)));
        }
        return Framing.finish(plan, draft, body, eventId(plan, draft, body), redaction(draft, body));
    }

    /** Whether they are the same one: to compare their members takes longer than to write them. */
    private static boolean isSame(Object one, Object other) {
        return one == other;
    }

    private static <E extends Edit> void each(DeliveryPlan plan, Class<E> kind, Consumer<E> apply) {
        for (Edit edit : plan.edits()) {
            if (kind.isInstance(edit)) {
                try {
                    apply.accept(kind.cast(edit));
                } catch (DateTimeException | ArithmeticException e) {
                    throw new NotComposableException(edit.print() + ": " + e.getMessage());
                }
            }
        }
    }

    /**
     * Where a request goes, as far as its bytes say so.
     *
     * @param host the Host header's value
     * @param path the request target in origin form
     */
    public record RequestTarget(String host, String path) {}

    private static Body body(DeliveryPlan plan, EventKey key) {
        DeliveryPlan.Base base = plan.base();
        if (base instanceof DeliveryPlan.Base.Generated) {
            return Body.of(key.event(), key.other());
        }
        if (base instanceof DeliveryPlan.Base.Supplied supplied) {
            return Body.of(Bytes.utf8(supplied.text()), key.other());
        }
        return Body.of(Bytes.of(Schemas.guideExample()), key.other());
    }

    private void sign(Draft draft, Bytes body) {
        draft.signedContent = body;
        Optional<String> signature = draft.scheme.sign(draft.key, secrets, draft.signedTimestamp, body);
        draft.signature = signature.orElseThrow(() -> new NotComposableException(draft.key.whyNot()));
        if (draft.scheme.encoding() == SignatureEncoding.RAW
                && !UNBROKEN.matcher(draft.signature).matches()) {
            throw new NotComposableException(
                    "the bytes of this event's MAC cannot stand in a header; those of one event in some eighty can",
                    /* ofThisEventOnly= */ true);
        }
        if (draft.key.isConfigured()) {
            draft.confidential.add(draft.signature);
            // Wrong in every digit by a rule that can be undone: it gives the right one away.
            draft.confidential.add(SignatureAlteration.wrong(draft.signature));
        }
    }

    private void addHeaders(Draft draft, EventKey key, RequestTarget to) {
        draft.headers.add(new HeaderLine("Host", to.host()));
        draft.headers.add(new HeaderLine("User-Agent", "StatusPulse-Webhook-Kit (" + key.label() + ")"));
        draft.headers.add(new HeaderLine("Accept", "*/*"));
        draft.headers.add(new HeaderLine("Content-Type", "application/json"));
        draft.headers.add(new HeaderLine(scheme.timestampHeader(), draft.timestamp));
        draft.headers.add(new HeaderLine(scheme.signatureHeader(), draft.signature));
        draft.headers.addAll(extraHeaders);
    }

    private Redaction redaction(Draft draft, Bytes body) {
        String sentTimestamp = draft.headers.stream()
                .filter(line -> line.is(scheme.timestampHeader()))
                .map(line -> line.value().strip())
                .findFirst()
                .orElse("");
        boolean isExpected = isSame(draft.scheme, scheme)
                && scheme.encoding() == SignatureEncoding.HEX
                && scheme.prefix().isEmpty()
                && draft.key == SigningKey.Known.CURRENT
                && draft.signedTimestamp.equals(sentTimestamp)
                && isSame(draft.signedContent, body);
        String signature = draft.signature;
        return new Redaction(
                secrets,
                draft.confidential,
                () -> isExpected
                        ? signature
                        : scheme.withEncoding(SignatureEncoding.HEX)
                                .withPrefix("")
                                .sign(secrets.current(), sentTimestamp, body));
    }

    /** The id as it can be read in the body, or, where that is packed or in UTF-16, as it went in. */
    private static String eventId(DeliveryPlan plan, Draft draft, Bytes body) {
        Matcher matcher = EVENT_ID.matcher(body.asUtf8());
        if (matcher.find()) {
            return matcher.group(1);
        }
        boolean unreadable = plan.edits().stream()
                .anyMatch(edit -> edit instanceof BodyEdit.Gzip
                        || edit instanceof BodyEdit.GzipBomb
                        || edit instanceof BodyEdit.Utf16);
        return unreadable
                ? draft.body
                        .json()
                        .flatMap(members -> members.string("event_id"))
                        .orElse("")
                : "";
    }
}
