package io.statuspulse.conformance.verdict;

import io.statuspulse.conformance.scenario.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param target the endpoint's URL
 * @param seed what the run's randomness came from
 * @param profile the name of the selection
 * @param startedAt when it began
 * @param duration how long it took
 * @param effectsObserved whether effects were read, so that "no effect" was seen and not only hoped
 * @param unreachable why nothing could be run; empty where it could
 * @param results in the order of the catalogue
 * @param diagnosis what explains many results at once; may be empty
 * @param interrupted why it was ended before it was through, so that this is the part that there is; empty where it was not
 * @param shard which part of a run this is; empty where it is the whole
 * @param again how its scenarios are run again
 */
public record Report(
        String target,
        long seed,
        String profile,
        Instant startedAt,
        Duration duration,
        boolean effectsObserved,
        Optional<String> unreachable,
        List<Result> results,
        List<Finding> diagnosis,
        Optional<String> interrupted,
        Optional<Shard> shard,
        RunAgain again) {

    public Report {
        results = List.copyOf(results);
        diagnosis = List.copyOf(diagnosis);
    }

    /** The report of a whole run against a receiver that runs at its URL. */
    public Report(
            String target,
            long seed,
            String profile,
            Instant startedAt,
            Duration duration,
            boolean effectsObserved,
            Optional<String> unreachable,
            List<Result> results,
            List<Finding> diagnosis,
            Optional<String> interrupted) {
        this(
                target,
                seed,
                profile,
                startedAt,
                duration,
                effectsObserved,
                unreachable,
                results,
                diagnosis,
                interrupted,
                Optional.empty(),
                RunAgain.at(target));
    }

    /** Returns it with other results and findings. */
    public Report with(List<Result> otherResults, List<Finding> otherDiagnosis) {
        return new Report(
                target,
                seed,
                profile,
                startedAt,
                duration,
                effectsObserved,
                unreachable,
                otherResults,
                otherDiagnosis,
                interrupted,
                shard,
                again);
    }

    /** Returns it as that part of a run, with that way to run its scenarios again. */
    public Report of(Optional<Shard> part, RunAgain way) {
        return new Report(
                target,
                seed,
                profile,
                startedAt,
                duration,
                effectsObserved,
                unreachable,
                results,
                diagnosis,
                interrupted,
                part,
                way);
    }

    public int count(Outcome outcome) {
        return (int) results.stream().filter(r -> r.outcome() == outcome).count();
    }

    /** Returns the results of that outcome, in order. */
    public List<Result> with(Outcome outcome) {
        return results.stream().filter(r -> r.outcome() == outcome).toList();
    }

    /** Returns how the run ended, the worst first: what was seen to fail outranks what could not be seen. */
    public Conclusion conclusion() {
        if (count(Outcome.FAILED) + count(Outcome.STALE_WAIVER) > 0) {
            return Conclusion.FAILED;
        }
        boolean inconclusiveMust =
                with(Outcome.INCONCLUSIVE).stream().anyMatch(r -> r.scenario().level() == Level.MUST);
        boolean judgedSomething = results.stream()
                .anyMatch(r ->
                        r.isScored() && r.outcome() != Outcome.NOT_APPLICABLE && r.outcome() != Outcome.INCONCLUSIVE);
        return interrupted.isPresent() || unreachable.isPresent() || inconclusiveMust || !judgedSomething
                ? Conclusion.INCOMPLETE
                : Conclusion.PASSED;
    }

    /** How a run ends. */
    public enum Conclusion {
        /** Every selected MUST passed. */
        PASSED,
        /** Something failed. */
        FAILED,
        /** Nothing was seen to fail, but not everything could be seen. */
        INCOMPLETE
    }
}
