package io.statuspulse.conformance.waiver;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Results of scenarios of the suite without a run. */
final class Runs {
    static final LocalDate TODAY = LocalDate.parse("2026-06-15");
    static final LocalDate YESTERDAY = TODAY.minusDays(1);
    static final List<Scenario> SUITE = Suite.scenarios();

    static final Verdict PASSED = new Verdict.Passed(List.of(new Fact("observed", "200 OK")));
    static final Verdict FAILED = new Verdict.Failed(List.of(new Fact("actual", "200 OK")), false);
    static final Verdict FAILED_BY_ITS_SERVER = new Verdict.Failed(List.of(), true);
    static final Verdict UNSEEN = new Verdict.Passed(List.of(new Fact(Fact.EFFECTS, "not observed")));
    static final Verdict INCONCLUSIVE = new Verdict.Inconclusive("because", List.of());
    static final Verdict NOT_APPLICABLE = new Verdict.NotApplicable("because");

    private Runs() {}

    static Result result(String id, Verdict verdict, boolean strict) {
        Scenario scenario = Suite.find(id).orElseThrow();
        return new Result(scenario, verdict, Outcome.of(scenario, verdict, strict), List.of(), Duration.ofMillis(1));
    }

    static Result result(String id, Verdict verdict) {
        return result(id, verdict, false);
    }

    /** Every scenario whose id that glob names. */
    static List<Result> results(String glob, Function<String, Verdict> verdicts) {
        return SUITE.stream()
                .map(Scenario::id)
                .filter(KnownFailure.of(glob, "any")::names)
                .map(id -> result(id, verdicts.apply(id)))
                .toList();
    }

    static Report report(List<Result> results, Finding... findings) {
        return new Report(
                "http://127.0.0.1:9/hook",
                1,
                "default",
                Instant.EPOCH,
                Duration.ZERO,
                false,
                Optional.empty(),
                results,
                List.of(findings),
                Optional.empty());
    }

    static Overlay overlay(KnownFailure... failures) {
        return KnownFailures.of(List.of(failures)).over(SUITE, TODAY);
    }

    static Overlay overlay(String... patterns) {
        return overlay(
                Stream.of(patterns).map(p -> KnownFailure.of(p, "on the list")).toArray(KnownFailure[]::new));
    }

    static Optional<String> fact(Result result, String key) {
        return result.facts().stream()
                .filter(fact -> fact.key().equals(key))
                .map(Fact::value)
                .findFirst();
    }
}
