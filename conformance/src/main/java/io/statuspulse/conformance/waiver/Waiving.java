package io.statuspulse.conformance.waiver;

import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an entry makes of a result: an outcome, and facts that tell of the entry. */
final class Waiving {
    private final Entry entry;
    private final boolean expired;

    Waiving(Entry entry, boolean expired) {
        this.entry = entry;
        this.expired = expired;
    }

    Result of(Result result, Standing standing) {
        return switch (Sight.of(result)) {
            case FAILS -> failed(result);
            case PASSES -> standing == Standing.STALE ? with(result, Outcome.STALE_WAIVER, facts(stale())) : result;
            case UNCLEAR -> result;
        };
    }

    private Result failed(Result result) {
        if (!expired) {
            return with(result, Outcome.WAIVED, facts());
        }
        // What would only warn would let the run pass, and nobody would learn that the day has come.
        Outcome outcome = result.outcome() == Outcome.FAILED ? Outcome.FAILED : Outcome.STALE_WAIVER;
        return with(
                result,
                outcome,
                facts("it expired on " + lastDay() + ", and the failure counts again: mend the receiver, or let "
                        + entry.words() + " expire later"));
    }

    /** Returns in one sentence why the entry is stale and what to do. */
    String stale() {
        String passes = entry.failure().isGlob() ? "nothing that it names failed" : "the scenario passed";
        return passes + (expired ? ", and it expired on " + lastDay() : "") + ": take " + entry.words() + " out";
    }

    /** Returns the result with a remark that it cannot be told whether the entry is stale. */
    Result open(Result result, long passed, int all) {
        return with(
                result,
                result.outcome(),
                List.of(new Fact(
                        Fact.REPORTED,
                        "nothing failed that the known failure " + entry.words() + " names, but "
                                + (passed == all
                                        ? "other shards judge it too"
                                        : "only " + passed + " of its " + all + " scenarios passed here")
                                + ": whether it can be taken out is open")));
    }

    private List<Fact> facts(String... over) {
        KnownFailure failure = entry.failure();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(Fact.WAIVER, failure.reason()));
        facts.add(new Fact(Fact.WAIVER_ENTRY, entry.words()));
        failure.link().ifPresent(link -> facts.add(new Fact(Fact.WAIVER_LINK, link.toString())));
        failure.expires().ifPresent(day -> facts.add(new Fact(Fact.WAIVER_EXPIRES, day.toString())));
        Stream.of(over).forEach(words -> facts.add(new Fact(Fact.WAIVER_OVER, words)));
        return facts;
    }

    private String lastDay() {
        return entry.failure().expires().map(Object::toString).orElse("");
    }

    private static Result with(Result result, Outcome outcome, List<Fact> more) {
        List<Fact> facts = Stream.concat(result.facts().stream(), more.stream()).toList();
        Verdict verdict = result.verdict() instanceof Verdict.Failed failed
                ? new Verdict.Failed(facts, failed.warningOnly())
                : new Verdict.Passed(facts);
        return new Result(result.scenario(), verdict, outcome, result.sent(), result.duration());
    }
}
