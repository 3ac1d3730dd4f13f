package io.statuspulse.conformance.run;

import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.simulator.wire.Exchange;
import java.util.List;
import java.util.Optional;

/** What one trial showed. */
sealed interface TrialOutcome {

    /** Returns what an answer is that only says that it is too early for one; empty where it is another. */
    static Optional<TrialOutcome> limited(Exchange exchange) {
        return exchange.status() == 429
                ? Optional.of(new ProvesNothing(
                        "the receiver kept answering 429: it limits its rate", List.of(), /* hopeless= */ true))
                : Optional.empty();
    }

    /** Everything was as expected. */
    record Held(List<Fact> facts) implements TrialOutcome {}

    /**
     * Something was not.
     *
     * @param warningOnly whether a server answered that the receiver's author cannot mend
     * @param silence whether an answer came, and if not, how far the delivery got
     */
    record Broke(List<Fact> facts, boolean warningOnly, Silence silence) implements TrialOutcome {}

    /** How a delivery went unanswered. */
    enum Silence {
        /** It did not: an answer came. */
        NONE,
        /** The receiver had it, or its beginning, and closed the connection. */
        CUT_OFF,
        /** The receiver had it, or its beginning, and a deadline passed. */
        HUNG,
        /** No connection came about. */
        NOBODY_THERE
    }

    /**
     * What was seen proves nothing.
     *
     * @param hopeless whether other trials would cost time and fare no better
     */
    record ProvesNothing(String reason, List<Fact> facts, boolean hopeless) implements TrialOutcome {}

    /** The trial cannot be made with this endpoint's settings. */
    record CannotBeMade(String reason) implements TrialOutcome {}
}
