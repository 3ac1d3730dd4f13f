package io.statuspulse.conformance.report;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.wire.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Results as a run makes them, without the run. */
final class Results {
    private Results() {}

    static Result passed(Scenario scenario, Fact... facts) {
        return result(scenario, new Verdict.Passed(List.of(facts)), answered(scenario, 200, "OK", "ok"));
    }

    /** A failure with the facts that a runner gives: expected, then edit and actual. */
    static Result failed(Scenario scenario, String actual, Exchange... exchanges) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("expected", scenario.expect().words("400, 401, 403")));
        String edits = plan(scenario).edits().stream().map(Edit::print).collect(Collectors.joining(", "));
        if (!edits.isEmpty()) {
            facts.add(new Fact("edit", edits));
        }
        facts.add(new Fact("actual", actual));
        return result(scenario, new Verdict.Failed(facts, false), exchanges);
    }

    static Result inconclusive(Scenario scenario, String reason, Exchange... exchanges) {
        return result(scenario, new Verdict.Inconclusive(reason, List.of()), exchanges);
    }

    static Result notApplicable(Scenario scenario, String reason) {
        return result(scenario, new Verdict.NotApplicable(reason));
    }

    static Result with(Outcome outcome, Result result) {
        return new Result(result.scenario(), result.verdict(), outcome, result.sent(), result.duration());
    }

    static Result result(Scenario scenario, Verdict verdict, Exchange... exchanges) {
        List<Sent> sent = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            boolean control = scenario.expect() == Expect.REJECT && sent.isEmpty() && exchanges.length > 1;
            sent.add(new Sent(control ? Role.CONTROL : Role.TRIAL, exchange));
        }
        return new Result(scenario, verdict, Outcome.of(scenario, verdict, false), sent, Duration.ofNanos(4_217_000));
    }

    static Exchange answered(Scenario scenario, int status, String reason, String body) {
        return Exchanges.answered(Exchanges.delivery(plan(scenario), scenario.id()), status, reason, Bytes.utf8(body));
    }

    static DeliveryPlan plan(Scenario scenario) {
        return scenario.trials().get(0).steps().stream()
                .map(Step::plan)
                .findFirst()
                .orElseGet(DeliveryPlan::valid);
    }
}
