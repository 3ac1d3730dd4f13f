package io.statuspulse.conformance.diagnosis;

import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SigningEdit.SignWith;
import io.statuspulse.simulator.signing.SigningKey.Lookalike;
import io.statuspulse.simulator.wire.Exchange;
import java.util.List;
import java.util.Optional;

/** Sends for a search, counts, and makes sure of what it sees. */
final class Prober {
    private static final SignWith NEVER_ISSUED = new SignWith(new Lookalike("a key that nobody issued", 0));

    private final Search.Attempts attempts;
    private int sent;

    Prober(Search.Attempts attempts) {
        this.attempts = attempts;
    }

    int sent() {
        return sent;
    }

    int atATime() {
        return attempts.atATime();
    }

    List<Optional<Exchange>> send(List<DeliveryPlan> plans) {
        List<Optional<Exchange>> answers = attempts.send(plans);
        sent += (int) answers.stream().filter(Optional::isPresent).count();
        return answers;
    }

    Optional<Exchange> send(DeliveryPlan plan) {
        return send(List.of(plan)).get(0);
    }

    /** Sends the plan twice, if the first is accepted; returns both where both are. */
    Optional<List<Exchange>> twice(DeliveryPlan plan) {
        Optional<Exchange> first = send(plan);
        if (!isAccepted(first)) {
            return Optional.empty();
        }
        Optional<Exchange> second = send(plan);
        return isAccepted(second) ? Optional.of(List.of(first.get(), second.get())) : Optional.empty();
    }

    /** Sends the same made with a key that nobody issued; what is accepted then was not verified. */
    Optional<Exchange> forged(DeliveryPlan plan) {
        return send(forgery(plan));
    }

    static DeliveryPlan forgery(DeliveryPlan plan) {
        return plan.with(NEVER_ISSUED);
    }

    static boolean isAccepted(Optional<Exchange> exchange) {
        return exchange.filter(Exchange::accepted).isPresent();
    }
}
