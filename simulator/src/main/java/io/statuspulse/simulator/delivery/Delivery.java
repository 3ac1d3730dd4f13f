package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One request as it goes onto the wire.
 *
 * @param plan the plan that it was composed from
 * @param eventId the id of the event it carries; empty where the body has none
 * @param requestLine the request line, without its line end
 * @param headers the header lines in order
 * @param body the body, before any transfer coding
 * @param segments the exact bytes, with pauses
 * @param redaction what of it must not be shown
 * @param signing how it was signed; empty where it was not composed from a plan
 */
public record Delivery(
        DeliveryPlan plan,
        String eventId,
        String requestLine,
        List<HeaderLine> headers,
        Bytes body,
        List<Segment> segments,
        Redaction redaction,
        Optional<Signing> signing) {

    /** A request of which it is not known how it was signed. */
    public Delivery(
            DeliveryPlan plan,
            String eventId,
            String requestLine,
            List<HeaderLine> headers,
            Bytes body,
            List<Segment> segments,
            Redaction redaction) {
        this(plan, eventId, requestLine, headers, body, segments, redaction, Optional.empty());
    }

    public Delivery {
        headers = List.copyOf(headers);
        segments = List.copyOf(segments);
    }

    /** The event and the edits: what is in the headers may not be shown. */
    @Override
    public String toString() {
        String edits = plan.edits().stream().map(Edit::print).collect(Collectors.joining(", "));
        return redaction.apply("Delivery[" + eventId + ", edits: " + (edits.isEmpty() ? "none" : edits) + ", "
                + body.size() + " bytes of body]");
    }
}
