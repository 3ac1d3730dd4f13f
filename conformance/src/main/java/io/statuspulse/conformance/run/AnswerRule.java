package io.statuspulse.conformance.run;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import java.util.Set;

/** Tells whether an answer is the one that a step expects. */
final class AnswerRule {

    /** How an answer compares with what was expected. */
    enum Match {
        AS_EXPECTED,
        /** Not as expected, but the server's doing. */
        WARNING,
        WRONG
    }

    private final Set<Integer> rejections;
    private final Set<Integer> alsoRejected;
    private final boolean wire;

    AnswerRule(RunSettings settings, Scenario scenario) {
        this.rejections = settings.rejections();
        this.alsoRejected = scenario.alsoRejected();
        this.wire = scenario.has(Tag.WIRE);
    }

    Match match(Answer expected, Exchange exchange) {
        if (expected == Answer.NONE) {
            return Match.AS_EXPECTED;
        }
        if (exchange.failure().isPresent()) {
            boolean refusedByClosing = wire && expected != Answer.ACCEPTED && closed(exchange);
            return refusedByClosing ? Match.AS_EXPECTED : Match.WRONG;
        }
        int status = exchange.status();
        boolean holds = switch (expected) {
            case ACCEPTED -> exchange.accepted();
            case REJECTED -> rejections.contains(status) || alsoRejected.contains(status);
            case REFUSED -> exchange.accepted() || status / 100 == 4;
            case ANY -> status / 100 != 5;
            case NONE -> true;
        };
        if (holds) {
            return Match.AS_EXPECTED;
        }
        return wire && status / 100 == 5 ? Match.WARNING : Match.WRONG;
    }

    private static boolean closed(Exchange exchange) {
        Failure.Kind kind = exchange.failure().orElseThrow().kind();
        return kind == Failure.Kind.CLOSED_WITHOUT_ANSWER || kind == Failure.Kind.RESET;
    }
}
