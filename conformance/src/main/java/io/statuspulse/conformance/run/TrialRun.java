package io.statuspulse.conformance.run;

import io.statuspulse.conformance.run.AnswerRule.Match;
import io.statuspulse.conformance.run.TrialOutcome.Broke;
import io.statuspulse.conformance.run.TrialOutcome.CannotBeMade;
import io.statuspulse.conformance.run.TrialOutcome.Held;
import io.statuspulse.conformance.run.TrialOutcome.ProvesNothing;
import io.statuspulse.conformance.run.TrialOutcome.Silence;
import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Step.Manner;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.conformance.scenario.Trial.Effects;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.simulator.delivery.Composer.EventKey;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.NotComposableException;
import io.statuspulse.simulator.delivery.SigningEdit;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One run of one trial: its steps in order, each judged by its answer. */
final class TrialRun {
    /** How long a receiver may take to close a connection that it must close. */
    private static final Duration GOODBYE = Duration.ofMillis(500);

    /** Room for the events of a trial's steps and their copies. */
    private static final int EVENTS_PER_TRIAL = 1_000;

    private final RunSettings settings;
    private final Health health;
    private final Scenario scenario;
    private final Trial.Deliveries trial;
    private final int number;
    private final Courier courier;
    private final AnswerRule rule;
    private final Map<Integer, EventKey> events = new HashMap<>();

    /** Event ids that were sent, and whether a delivery of theirs was answered 2xx. */
    private final Map<String, Boolean> accepted = new LinkedHashMap<>();

    private final List<Fact> observed = new ArrayList<>();
    private Optional<Exchange> lastSent = Optional.empty();

    TrialRun(
            RunSettings settings,
            Health health,
            Scenario scenario,
            Trial.Deliveries trial,
            int number,
            Courier courier) {
        this.settings = settings;
        this.health = health;
        this.scenario = scenario;
        this.trial = trial;
        this.number = number;
        this.courier = courier;
        this.rule = new AnswerRule(settings, scenario);
    }

    /** Returns whether {@link #run} pauses, beside waiting for answers. */
    static boolean waits(Scenario scenario, Trial trial) {
        List<Step> steps = trial.steps();
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            boolean unanswered = steps.get(i).answer() == Answer.NONE && (!last || scenario.expect() == Expect.SURVIVE);
            if (unanswered || !steps.get(i).after().isZero()) {
                return true;
            }
        }
        return false;
    }

    TrialOutcome run() {
        boolean keeps = trial.steps().stream()
                .anyMatch(step -> step.is(Manner.SAME_CONNECTION) || step.answer() == Answer.REJECTED_OR_CLOSED);
        try (Transport.Connection connection = courier.open()) {
            Answer before = Answer.ANY;
            for (Step step : trial.steps()) {
                if (before == Answer.NONE) {
                    // Sent at once, the next attempt could overtake the one that nobody awaited the answer of.
                    Pauses.pause(health.processing());
                }
                if (!step.after().isZero()) {
                    courier.pause(step.after());
                }
                before = step.answer();
                Optional<TrialOutcome> end = run(step, keeps ? Optional.of(connection) : Optional.empty());
                if (end.isPresent()) {
                    return end.get();
                }
            }
            if (before == Answer.NONE && scenario.expect() == Expect.SURVIVE) {
                // A receiver that is asked at once whether it lives may not have come to what it dies of.
                Pauses.pause(health.processing());
            }
            return new Held(observed);
        } catch (NotComposableException e) {
            return new CannotBeMade(String.valueOf(e.getMessage()));
        }
    }

    /** Runs one step; what comes back ends the trial. */
    private Optional<TrialOutcome> run(Step step, Optional<Transport.Connection> connection) {
        DeliveryPlan plan = step.plan();
        Duration planned = step.is(Manner.SAME_BYTES) ? step.after() : Duration.ZERO;
        Optional<String> contradiction =
                mustBeInside(step).flatMap(inside -> Skew.contradicts(plan, planned, inside, settings.tolerance()));
        if (contradiction.isPresent()) {
            return contradiction.map(CannotBeMade::new);
        }
        if (needsControl(step)) {
            if (plan.faults().stream().anyMatch(SigningEdit.SignWith.class::isInstance)) {
                // What this endpoint has no secret for is not applicable, whatever the control shows.
                courier.requireComposable(plan, event(plan, step.event()));
            }
            Exchange control = courier.control(plan);
            if (!control.accepted()) {
                return Optional.of(uncontrolled(control));
            }
        }
        for (Exchange exchange : send(step, connection)) {
            Duration age = step.is(Manner.SAME_BYTES) ? between(lastSent.orElseThrow(), exchange) : Duration.ZERO;
            note(exchange);
            Optional<TrialOutcome> end =
                    judge(step, exchange, age).or(() -> connection.flatMap(c -> left(c, step, exchange)));
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    private static Duration between(Exchange first, Exchange second) {
        return Duration.between(first.startedAt(), second.startedAt());
    }

    /** RFC 9112, 6.1: whoever takes a request with both framings must close afterwards, as the next one may be smuggled. */
    private static Optional<TrialOutcome> left(Transport.Connection connection, Step step, Exchange exchange) {
        boolean mustClose = step.answer() == Answer.REJECTED_OR_CLOSED && exchange.accepted();
        if (!mustClose || connection.endedWithin(GOODBYE)) {
            return Optional.empty();
        }
        List<Fact> facts = facts(step, exchange);
        facts.add(new Fact("afterwards", "the connection was still open after " + Words.of(GOODBYE)));
        return Optional.of(new Broke(facts, false, Silence.NONE));
    }

    private List<Exchange> send(Step step, Optional<Transport.Connection> connection) {
        if (step.copies() > 1) {
            return courier.together(
                    step.plan(),
                    step.copies(),
                    copy -> event(step.plan(), step.event() + (step.is(Manner.DISTINCT_EVENTS) ? copy : 0)));
        }
        if (step.is(Manner.SAME_BYTES)) {
            return List.of(courier.sendAgain(lastSent.orElseThrow().delivery()));
        }
        EventKey event = event(step.plan(), step.event());
        return List.of(connection
                .map(open -> courier.send(step.plan(), event, open))
                .orElseGet(() -> courier.send(step.plan(), event)));
    }

    private EventKey event(DeliveryPlan plan, int event) {
        return events.computeIfAbsent(event, e -> courier.event(plan, number * EVENTS_PER_TRIAL + e));
    }

    private boolean needsControl(Step step) {
        boolean acceptanceIsTheTest = scenario.expect() == Expect.ACCEPT || scenario.expect() == Expect.ONCE;
        boolean answerIsOfNoMatter = step.answer() == Answer.NONE && scenario.expect() != Expect.SURVIVE;
        return !acceptanceIsTheTest
                && !answerIsOfNoMatter
                && !step.plan().faults().isEmpty();
    }

    private TrialOutcome uncontrolled(Exchange control) {
        if (Health.gaveNoSign(control) && health.dead().isEmpty()) {
            // Only the plain delivery tells a receiver that hangs on this body from one that is gone.
            Exchange plain = control.delivery().plan().equals(DeliveryPlan.valid())
                    ? control
                    : courier.send(DeliveryPlan.valid(), Role.ALIVE);
            if (Health.gaveNoSign(plain)) {
                health.died(scenario.id(), plain);
            }
        }
        if (Health.gaveNoSign(control) && health.dead().isPresent()) {
            return new ProvesNothing(health.dead().get(), List.of(), true);
        }
        String skew = health.skew().ahead().isZero()
                ? ""
                : "; the receiver's clock is " + health.skew().describe() + " ours";
        return new ProvesNothing(
                "the control, the same delivery without its edit, was not accepted: " + Words.of(control) + skew,
                List.of(),
                Health.gaveNoSign(control) || control.status() == 429);
    }

    private void note(Exchange exchange) {
        lastSent = Optional.of(exchange);
        String eventId = exchange.delivery().eventId();
        if (!eventId.isEmpty()) {
            accepted.merge(eventId, exchange.accepted(), Boolean::logicalOr);
        }
    }

    private Optional<TrialOutcome> judge(Step step, Exchange exchange, Duration age) {
        Optional<TrialOutcome> limited = TrialOutcome.limited(exchange);
        if (limited.isPresent()) {
            return limited;
        }
        Optional<String> disturbance = mustBeInside(step)
                .flatMap(inside -> health.skew().disturbs(exchange, age, inside, settings.tolerance()));
        if (disturbance.isPresent()) {
            return Optional.of(new ProvesNothing(disturbance.get(), List.of(), false));
        }
        Match match = rule.match(step.answer(), exchange);
        if (match == Match.AS_EXPECTED) {
            observe(step, exchange);
            return Optional.empty();
        }
        List<Fact> facts = facts(step, exchange);
        return Optional.of(
                step.is(Manner.PRECONDITION) && !Health.gaveNoSign(exchange)
                        ? new ProvesNothing(
                                "the delivery that the test builds on was not answered as it must be", facts, false)
                        : new Broke(facts, match == Match.WARNING, Health.silence(exchange)));
    }

    private Optional<Boolean> mustBeInside(Step step) {
        return switch (step.answer()) {
            case ACCEPTED -> Optional.of(true);
            case REJECTED -> Optional.of(false);
            case ACCEPTED_OR_LISTED, REJECTED_OR_CLOSED, NOT_ACCEPTED, REFUSED, ANY, ANY_WITHOUT_CORS, NONE ->
                Optional.empty();
        };
    }

    private void observe(Step step, Exchange exchange) {
        boolean toleratedOnly = step.answer() == Answer.REFUSED && exchange.accepted();
        if (scenario.expect() == Expect.OBSERVE || toleratedOnly) {
            observed.add(new Fact("observed", edits(step.plan()) + Words.of(exchange)));
        }
    }

    private static List<Fact> facts(Step step, Exchange exchange) {
        List<Fact> facts = new ArrayList<>();
        String edits = edits(step.plan());
        if (!edits.isEmpty()) {
            facts.add(new Fact("edit", edits.substring(0, edits.length() - ": ".length())));
        }
        facts.add(new Fact("actual", Words.of(exchange)));
        return facts;
    }

    private static String edits(DeliveryPlan plan) {
        return plan.edits().isEmpty()
                ? ""
                : plan.edits().stream().map(Edit::print).collect(Collectors.joining(", ", "", ": "));
    }

    /** Returns what must be true of the effects of what this trial sent. */
    List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        accepted.forEach((eventId, wasAccepted) -> {
            if (trial.effects() == Effects.ONCE || trial.effects() == Effects.TAKEN) {
                claims.add(new Claim(eventId, 1));
            } else if (trial.effects() == Effects.NONE
                    || (trial.effects() == Effects.NONE_UNLESS_ACCEPTED && !wasAccepted)) {
                claims.add(new Claim(eventId, 0));
            }
        });
        return claims;
    }
}
