package io.statuspulse.conformance.suite;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Step.Manner;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.conformance.scenario.Trial.Effects;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether what a scenario sends can be sent, and can tell a right receiver from a wrong one. */
final class Trials {
    private static final Set<Answer> REJECTIONS =
            Set.of(Answer.REJECTED, Answer.REJECTED_OR_CLOSED, Answer.NOT_ACCEPTED, Answer.REFUSED);
    private static final Set<Answer> ACCEPTANCES = Set.of(Answer.ACCEPTED, Answer.ACCEPTED_OR_LISTED);

    /** As many as a run has event ids for in one trial. */
    private static final int MOST_EVENTS = 1_000;

    private static final int MOST_COPIES = 100;

    private Trials() {}

    /** Returns what is wrong with them, and what would be right; empty where nothing is. */
    static Optional<String> problem(Scenario scenario) {
        if (scenario.trials().isEmpty()) {
            return Optional.of("it sends nothing; expected at least one plan, e.g. valid()");
        }
        for (Trial trial : scenario.trials()) {
            if (trial instanceof Trial.Deliveries deliveries) {
                Optional<String> problem = problem(scenario, deliveries.steps()).or(() -> effects(deliveries));
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(Scenario scenario, List<Step> steps) {
        if (steps.isEmpty()) {
            return Optional.of("a trial of it has no step; expected at least one, e.g. Step.accepted(valid())");
        }
        List<Step> before = new ArrayList<>();
        for (Step step : steps) {
            Optional<String> problem = bounds(step)
                    .or(() -> repetition(step, before))
                    .or(() -> control(step, before))
                    .or(() -> plan(step));
            if (problem.isPresent()) {
                return problem;
            }
            before.add(step);
        }
        return acceptance(scenario, steps);
    }

    private static Optional<String> bounds(Step step) {
        if (step.copies() < 1 || step.copies() > MOST_COPIES) {
            return outOfRange("copies", step.copies(), 1, MOST_COPIES);
        }
        if (step.event() < 0 || step.event() + step.copies() > MOST_EVENTS) {
            return outOfRange("the number of an event", step.event(), 0, MOST_EVENTS - step.copies());
        }
        return step.after().isNegative()
                ? Optional.of("it waits " + step.after() + " before a step; expected zero or more")
                : Optional.empty();
    }

    private static Optional<String> outOfRange(String what, int value, int least, int most) {
        return Optional.of(what + ": " + value + " is out of range [" + least + ", " + most + "]");
    }

    /** The same bytes can be sent again only of what was sent before, and in one copy. */
    private static Optional<String> repetition(Step step, List<Step> before) {
        if (!step.is(Manner.SAME_BYTES)) {
            return Optional.empty();
        }
        boolean repeats =
                !before.isEmpty() && before.get(before.size() - 1).plan().equals(step.plan()) && step.copies() == 1;
        return repeats
                ? Optional.empty()
                : Optional.of(
                        "sameBytes() repeats the step before; expected one with the same plan before it, and one copy");
    }

    /** A receiver that rejects everything must not pass: each rejection stands beside a delivery that is accepted. */
    private static Optional<String> control(Step step, List<Step> before) {
        boolean comesAgain = step.is(Manner.SAME_BYTES) && isSomeAccepted(before);
        return isRejection(step) && step.plan().faults().isEmpty() && !comesAgain
                ? Optional.of(
                        "what is to be rejected has no fault, so there is no control beside which the rejection proves"
                                + " anything; expected valid().but(…)")
                : Optional.empty();
    }

    /** Where acceptance is the test, no controls are sent. */
    private static Optional<String> acceptance(Scenario scenario, List<Step> steps) {
        boolean uncontrolled = scenario.expect() == Expect.ACCEPT || scenario.expect() == Expect.ONCE;
        return uncontrolled && steps.stream().anyMatch(Trials::isRejection) && !isSomeAccepted(steps)
                ? Optional.of(
                        "it is about accepting, and nothing in its trial is to be accepted; expected rejects(…) or"
                                + " rejectsAll(…)")
                : Optional.empty();
    }

    private static Optional<String> effects(Trial.Deliveries trial) {
        if (trial.effects() != Effects.ONCE && trial.effects() != Effects.TAKEN) {
            return Optional.empty();
        }
        return trial.steps().stream()
                .map(Step::event)
                .filter(event -> !isSomeAccepted(trial.steps().stream()
                        .filter(step -> step.event() == event)
                        .toList()))
                .findFirst()
                .map(event -> "event " + event
                        + " of a trial must be processed once, and is to be accepted nowhere; expected a step for it that is"
                        + " Step.accepted(…)");
    }

    private static boolean isRejection(Step step) {
        return REJECTIONS.contains(step.answer());
    }

    private static boolean isSomeAccepted(List<Step> steps) {
        return steps.stream().anyMatch(step -> ACCEPTANCES.contains(step.answer()));
    }

    private static Optional<String> plan(Step step) {
        DeliveryPlan plan = step.plan();
        boolean mustDiffer = isRejection(step) && !plan.faults().isEmpty();
        return Rehearsal.problem(plan, mustDiffer);
    }
}
