package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The results of a run of the whole suite, made by hand: everything passed but what is said to be otherwise. */
final class Run {
    private final Map<String, Result> results;

    private Run(Map<String, Result> results) {
        this.results = results;
    }

    private static final Run PASSED = make();

    /** A run of which everything passed. */
    static Run passed() {
        return PASSED;
    }

    private static Run make() {
        Map<String, Result> all = new LinkedHashMap<>();
        for (Scenario scenario : Suite.scenarios()) {
            all.put(scenario.id(), result(scenario, new Verdict.Passed(List.of()), asWanted(scenario)));
        }
        return new Run(all);
    }

    /** Every delivery of these got that status, which is not what they want. */
    Run answered(int status, String... globs) {
        return answered(status, List.of(), globs);
    }

    /** The same, and their answers carry the Date of that moment. */
    Run dated(int status, String... globs) {
        return answered(status, List.of(new HeaderLine("Date", "Mon, 09 Mar 2026 14:05:07 GMT")), globs);
    }

    private Run answered(int status, List<HeaderLine> headers, String... globs) {
        return with(globs, scenario -> {
            List<Fact> facts = List.of(new Fact("expected", "otherwise"), new Fact("actual", status + " Said so"));
            return result(
                    scenario,
                    new Verdict.Failed(facts, false),
                    plans(scenario)
                            .map(plan -> Answers.of(plan, status, headers.toArray(HeaderLine[]::new)))
                            .toList());
        });
    }

    /** No delivery of these got an answer in time. */
    Run unanswered(String... globs) {
        return ended(Failure.Kind.ANSWER_TIMEOUT, globs);
    }

    /** The connection of each delivery of these was closed without an answer. */
    Run cutOff(String... globs) {
        return ended(Failure.Kind.CLOSED_WITHOUT_ANSWER, globs);
    }

    private Run ended(Failure.Kind how, String... globs) {
        return with(
                globs,
                scenario -> result(
                        scenario,
                        new Verdict.Failed(List.of(new Fact("actual", how.label())), false),
                        plans(scenario).map(plan -> Answers.none(plan, how)).toList()));
    }

    /** All deliveries of these were answered as wanted, and the events were processed that often. */
    Run processed(String times, String... globs) {
        return with(
                globs,
                scenario -> result(
                        scenario,
                        new Verdict.Failed(
                                List.of(new Fact("effect", "evt_0123456789ab was processed " + times)), false),
                        asWanted(scenario)));
    }

    /** These failed, and no exchange says how. */
    Run failed(String... globs) {
        return with(
                globs,
                scenario ->
                        result(scenario, new Verdict.Failed(List.of(new Fact("actual", "seen so")), false), List.of()));
    }

    /** After these, a valid delivery got that status. */
    Run then(int status, String... globs) {
        return with(globs, scenario -> {
            List<Sent> sent = new ArrayList<>();
            asWanted(scenario).forEach(exchange -> sent.add(new Sent(Role.TRIAL, exchange)));
            sent.add(new Sent(Role.ALIVE, Answers.of(DeliveryPlan.valid(), status)));
            Verdict verdict =
                    new Verdict.Failed(List.of(new Fact("afterwards", "a valid delivery got: " + status)), false);
            return new Result(scenario, verdict, Outcome.of(scenario, verdict, false), sent, Duration.ZERO);
        });
    }

    Run unclear(String... globs) {
        return with(
                globs,
                scenario -> result(
                        scenario, new Verdict.Inconclusive("the control was not accepted", List.of()), List.of()));
    }

    Run waived(String... globs) {
        return with(globs, scenario -> {
            Result failed = Objects.requireNonNull(results.get(scenario.id()));
            return new Result(scenario, failed.verdict(), Outcome.WAIVED, failed.sent(), failed.duration());
        });
    }

    /** Keeps these alone, as a selection does. */
    Run only(String... globs) {
        Map<String, Result> some = new LinkedHashMap<>(results);
        some.keySet().removeIf(id -> Arrays.stream(globs).noneMatch(glob -> Glob.matches(glob, id)));
        return new Run(some);
    }

    List<Result> results() {
        return List.copyOf(results.values());
    }

    List<Finding> findings() {
        return Patterns.among(results());
    }

    List<String> ids() {
        return findings().stream().map(Finding::id).toList();
    }

    /** Returns the finding of that id. */
    Finding finding(String id) {
        return findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + ids()));
    }

    private Run with(String[] globs, Function<Scenario, Result> result) {
        Map<String, Result> changed = new LinkedHashMap<>(results);
        for (String glob : globs) {
            List<String> ids = changed.keySet().stream()
                    .filter(id -> Glob.matches(glob, id))
                    .toList();
            if (ids.isEmpty()) {
                throw new IllegalArgumentException("no scenario is named " + glob);
            }
            ids.forEach(id -> changed.computeIfPresent(id, (same, before) -> result.apply(before.scenario())));
        }
        return new Run(changed);
    }

    private static Stream<DeliveryPlan> plans(Scenario scenario) {
        return scenario.trials().stream()
                .flatMap(trial -> trial.steps().stream())
                .map(Step::plan);
    }

    private static List<Exchange> asWanted(Scenario scenario) {
        return scenario.trials().stream()
                .flatMap(trial -> trial.steps().stream())
                .map(step -> Answers.of(step.plan(), step.answer() == Answer.REJECTED ? 401 : 200))
                .toList();
    }

    private static Result result(Scenario scenario, Verdict verdict, List<Exchange> exchanges) {
        return new Result(
                scenario,
                verdict,
                Outcome.of(scenario, verdict, false),
                exchanges.stream()
                        .map(exchange -> new Sent(Role.TRIAL, exchange))
                        .toList(),
                Duration.ZERO);
    }
}
