package io.statuspulse.conformance.curl;

import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.wire.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the exchange that a failure is about, if it is one that stands alone. */
final class Culprit {
    private Culprit() {}

    static Exchange of(Result result) throws NotForCurlException {
        List<Exchange> trials = result.sent().stream()
                .filter(sent -> sent.role() == Role.TRIAL)
                .map(Sent::exchange)
                .toList();
        if (trials.isEmpty()) {
            throw new NotForCurlException("no delivery is what failed");
        }
        Optional<String> edits = first(result, "edit");
        Optional<String> actual = first(result, "actual");
        Exchange culprit = trials.stream()
                .filter(exchange -> isEdited(exchange, edits.orElse("")))
                .filter(exchange -> actual.isEmpty() || isAnswered(exchange, actual.get()))
                .findFirst()
                .orElseThrow(() -> new NotForCurlException("no single delivery is what failed"));
        requireAlone(result, culprit.delivery().plan());
        return culprit;
    }

    private static Optional<String> first(Result result, String key) {
        return result.facts().stream()
                .filter(fact -> fact.key().equals(key))
                .map(Fact::value)
                .findFirst();
    }

    private static boolean isEdited(Exchange exchange, String edits) {
        String printed =
                exchange.delivery().plan().edits().stream().map(Edit::print).collect(Collectors.joining(", "));
        return edits.equals(printed)
                || edits.equals(exchange.delivery().redaction().apply(printed));
    }

    private static boolean isAnswered(Exchange exchange, String actual) {
        return exchange.response().isEmpty() || actual.startsWith(Integer.toString(exchange.status()));
    }

    /** What was sent before it, or together with it, may be what it takes. */
    private static void requireAlone(Result result, DeliveryPlan plan) throws NotForCurlException {
        for (Trial trial : result.scenario().trials()) {
            List<Step> steps = trial.steps();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).plan().equals(plan)) {
                    requireAlone(steps, i);
                    return;
                }
            }
        }
        throw new NotForCurlException("it takes more than a delivery");
    }

    private static void requireAlone(List<Step> steps, int index) throws NotForCurlException {
        if (steps.get(index).copies() > 1) {
            throw new NotForCurlException("it takes " + steps.get(index).copies() + " deliveries at the same moment");
        }
        if (index > 0) {
            throw new NotForCurlException("it takes what was sent before it");
        }
    }
}
