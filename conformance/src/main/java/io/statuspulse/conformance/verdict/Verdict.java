package io.statuspulse.conformance.verdict;

import java.util.List;

/** What a scenario showed, whatever its level. */
public sealed interface Verdict {

    /** What was seen, in order; may be empty. */
    List<Fact> facts();

    /** The receiver did what was expected. */
    record Passed(List<Fact> facts) implements Verdict {}

    /**
     * The receiver did something else.
     *
     * @param warningOnly whether it is no more than a warning even on a MUST, because a server answered that the
     *     receiver's author cannot mend
     */
    record Failed(List<Fact> facts, boolean warningOnly) implements Verdict {}

    /** What was seen proves nothing, for that reason. */
    record Inconclusive(String reason, List<Fact> facts) implements Verdict {}

    /** The scenario says nothing about this receiver, for that reason. */
    record NotApplicable(String reason) implements Verdict {
        @Override
        public List<Fact> facts() {
            return List.of();
        }
    }
}
