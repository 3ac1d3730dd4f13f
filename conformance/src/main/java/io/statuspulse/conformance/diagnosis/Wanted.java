package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.wire.Exchange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells how each exchange of a scenario was to be answered, asked for in the order in which they were sent. */
final class Wanted {
    private final Map<DeliveryPlan, Deque<Answer>> answers = new HashMap<>();

    Wanted(Scenario scenario) {
        scenario.trials().stream().flatMap(trial -> trial.steps().stream()).forEach(this::add);
    }

    private void add(Step step) {
        for (int copy = 0; copy < step.copies(); copy++) {
            answers.computeIfAbsent(step.plan(), plan -> new ArrayDeque<>()).add(step.answer());
        }
    }

    /** Returns the answer that the next exchange of that plan was to get; empty where no step sends it. */
    Optional<Answer> of(Exchange exchange) {
        return Optional.ofNullable(answers.get(exchange.delivery().plan()))
                .map(left -> left.size() > 1 ? left.remove() : left.element());
    }
}
