package io.statuspulse.conformance.waiver;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Step.Manner;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.Edit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What cannot be asked of a receiver that is known to accept what it must reject: scenarios that build on the rejection
 * of just that delivery. A scenario that builds on an acceptance is none of them: where what is valid is refused, nothing
 * that is rejected proves anything, whoever knows it.
 */
final class Unasked {
    private final Map<DeliveryPlan, String> knownToBeAccepted = new HashMap<>();

    /**
     * Finds out what is known to be accepted: what was, and is waived for it.
     *
     * @param elsewhere scenarios that are waived, and were run in another shard or not at all
     */
    Unasked(Collection<Result> overlaid, Collection<Scenario> elsewhere) {
        overlaid.stream()
                .filter(result ->
                        result.outcome() == Outcome.WAIVED && result.scenario().expect() == Expect.REJECT)
                .forEach(result -> accepted(result)
                        .forEach(plan -> knownToBeAccepted.putIfAbsent(
                                plan, result.scenario().id())));
        elsewhere.stream()
                .filter(scenario -> scenario.expect() == Expect.REJECT)
                .forEach(scenario -> scenario.trials().stream()
                        .flatMap(trial -> trial.steps().stream())
                        .map(Step::plan)
                        .filter(plan -> !plan.faults().isEmpty())
                        .forEach(plan -> knownToBeAccepted.putIfAbsent(plan, scenario.id())));
    }

    Result of(Result result) {
        if (!(result.verdict() instanceof Verdict.Inconclusive)) {
            return result;
        }
        List<DeliveryPlan> accepted = accepted(result).toList();
        return mustBeRejectedFirst(result.scenario())
                .filter(plan -> accepted.contains(plan) && knownToBeAccepted.containsKey(plan))
                .findFirst()
                .map(plan -> unasked(result, plan))
                .orElse(result);
    }

    private static Stream<DeliveryPlan> mustBeRejectedFirst(Scenario scenario) {
        return scenario.trials().stream()
                .flatMap(trial -> trial.steps().stream())
                .filter(step -> step.is(Manner.PRECONDITION) && step.answer() == Answer.REJECTED)
                .map(Step::plan);
    }

    /** Returns what was accepted of that which a scenario sends for its own sake, and which has a fault. */
    private static Stream<DeliveryPlan> accepted(Result result) {
        return result.sent().stream()
                .filter(sent -> sent.role() == Role.TRIAL && sent.exchange().accepted())
                .map(sent -> sent.exchange().delivery().plan())
                .filter(plan -> !plan.faults().isEmpty());
    }

    private Result unasked(Result result, DeliveryPlan plan) {
        String edits = plan.edits().stream().map(Edit::print).collect(Collectors.joining(", "));
        Verdict verdict = new Verdict.NotApplicable("what it builds on, that " + edits
                + " is rejected, is known to fail: " + knownToBeAccepted.getOrDefault(plan, "it") + " is waived");
        return new Result(result.scenario(), verdict, Outcome.NOT_APPLICABLE, result.sent(), result.duration());
    }
}
