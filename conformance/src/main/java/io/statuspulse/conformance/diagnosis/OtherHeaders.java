package io.statuspulse.conformance.diagnosis;

import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.SentEdit.CopyHeader;
import io.statuspulse.simulator.delivery.SentEdit.HeaderRole;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Copies of signature and timestamp under other usual names.
 *
 * <p>One delivery carries them all, so that a name need be looked for only once something is accepted.
 *
 * @param signature the names for the signature
 * @param timestamp the names for the timestamp
 */
record OtherHeaders(List<String> signature, List<String> timestamp) {
    static final OtherHeaders NONE = new OtherHeaders(List.of(), List.of());

    static final OtherHeaders USUAL = new OtherHeaders(
            List.of(
                    "X-Signature",
                    "X-Hub-Signature-256",
                    "X-Hub-Signature",
                    "X-Webhook-Signature",
                    "Webhook-Signature",
                    "Stripe-Signature",
                    "StatusPulse-Signature",
                    "X-StatusPulse-Signature-256",
                    "X-Slack-Signature",
                    "Svix-Signature"),
            List.of(
                    "X-Timestamp",
                    "X-Webhook-Timestamp",
                    "Webhook-Timestamp",
                    "StatusPulse-Timestamp",
                    "X-Slack-Request-Timestamp",
                    "Svix-Timestamp"));

    DeliveryPlan on(DeliveryPlan plan) {
        return plan.with(Stream.concat(
                        signature.stream().map(name -> new CopyHeader(HeaderRole.SIGNATURE, name)),
                        timestamp.stream().map(name -> new CopyHeader(HeaderRole.TIMESTAMP, name)))
                .toArray(Edit[]::new));
    }

    /** Finds as few of these as are still accepted; none where the plain names are. */
    OtherHeaders narrowed(Predicate<OtherHeaders> accepted) {
        if (accepted.test(NONE)) {
            return NONE;
        }
        OtherHeaders signatures = new OtherHeaders(signature, List.of());
        OtherHeaders timestamps = new OtherHeaders(List.of(), timestamp);
        if (accepted.test(signatures)) {
            return signatures.oneSignature(accepted);
        }
        return accepted.test(timestamps)
                ? timestamps.oneTimestamp(accepted)
                : oneSignature(accepted).oneTimestamp(accepted);
    }

    private OtherHeaders oneSignature(Predicate<OtherHeaders> accepted) {
        return first(signature.stream().map(name -> new OtherHeaders(List.of(name), timestamp)), accepted);
    }

    private OtherHeaders oneTimestamp(Predicate<OtherHeaders> accepted) {
        return first(timestamp.stream().map(name -> new OtherHeaders(signature, List.of(name))), accepted);
    }

    private OtherHeaders first(Stream<OtherHeaders> fewer, Predicate<OtherHeaders> accepted) {
        Optional<OtherHeaders> found = fewer.filter(accepted).findFirst();
        return found.orElse(this);
    }

    /** What a receiver that wants these seems to do; empty where there are none. */
    String does() {
        return Stream.of(reads("signature", signature), reads("timestamp", timestamp))
                .filter(words -> !words.isEmpty())
                .reduce((one, other) -> one + ", and to " + other)
                .orElse("");
    }

    private static String reads(String what, List<String> names) {
        return names.isEmpty() ? "" : "read the " + what + " from " + String.join(" or ", names);
    }
}
