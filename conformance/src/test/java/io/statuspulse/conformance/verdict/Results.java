package io.statuspulse.conformance.verdict;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes results and reports without a run. */
final class Results {
    static final Verdict PASSED = new Verdict.Passed(List.of());
    static final Verdict FAILED = new Verdict.Failed(List.of(), false);
    static final Verdict FAILED_BY_ITS_SERVER = new Verdict.Failed(List.of(), true);
    static final Verdict INCONCLUSIVE = new Verdict.Inconclusive("because", List.of());
    static final Verdict NOT_APPLICABLE = new Verdict.NotApplicable("because");

    private Results() {}

    static Scenario scenario(Level level, Expect expect, Trial.Effects effects) {
        return new Scenario(
                "area/name",
                level,
                expect,
                Requirement.SIG_2,
                "title",
                "why",
                Mend.anywhere("mend"),
                List.of(),
                Set.of(),
                Set.of(),
                List.of(new Trial.Deliveries(List.of(Step.accepted(DeliveryPlan.valid())), effects)));
    }

    static Scenario scenario(Level level) {
        return scenario(level, Expect.REJECT, Trial.Effects.NONE);
    }

    static Result result(Level level, Outcome outcome) {
        Verdict verdict = switch (outcome) {
            case PASSED, OBSERVED, STALE_WAIVER -> PASSED;
            case FAILED, WARNED, WAIVED -> FAILED;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
        };
        return new Result(scenario(level), verdict, outcome, List.of(), Duration.ZERO);
    }

    static Report interrupted(Result... results) {
        return report(Optional.empty(), Optional.of("interrupted"), results);
    }

    static Report report(Optional<String> unreachable, Result... results) {
        return report(unreachable, Optional.empty(), results);
    }

    private static Report report(Optional<String> unreachable, Optional<String> interrupted, Result... results) {
        return new Report(
                "http://127.0.0.1:9/hook",
                1,
                "full",
                Instant.EPOCH,
                Duration.ZERO,
                false,
                unreachable,
                List.of(results),
                List.of(),
                interrupted);
    }
}
