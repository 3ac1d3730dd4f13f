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
    private final boolean mayClose;

    AnswerRule(RunSettings settings, Scenario scenario) {
        this.rejections = settings.rejections();
        this.alsoRejected = scenario.alsoRejected();
        this.wire = scenario.has(Tag.WIRE);
        // Whoever closes while a large body is still coming resets the connection, and the answer may be lost in that.
        this.mayClose = wire || scenario.has(Tag.HEAVY);
    }

    Match match(Answer expected, Exchange exchange) {
        if (expected == Answer.NONE) {
            return Match.AS_EXPECTED;
        }
        if (exchange.failure().isPresent()) {
            boolean refusedByClosing = mayClose && expected != Answer.ACCEPTED && closed(exchange);
            return refusedByClosing ? Match.AS_EXPECTED : Match.WRONG;
        }
        int status = exchange.status();
        boolean holds = switch (expected) {
            case ACCEPTED -> exchange.accepted();
            case ACCEPTED_OR_LISTED -> exchange.accepted() || alsoRejected.contains(status);
            case REJECTED -> rejects(status);
            case REJECTED_OR_CLOSED -> rejects(status) || exchange.accepted();
            case NOT_ACCEPTED -> !exchange.accepted() && status / 100 != 5;
            case REFUSED -> exchange.accepted() || status / 100 == 4;
            case ANY -> status / 100 != 5;
            case ANY_WITHOUT_CORS -> status / 100 != 5 && !opensCors(exchange);
            case NONE -> true;
        };
        if (holds) {
            return Match.AS_EXPECTED;
        }
        return wire && status / 100 == 5 ? Match.WARNING : Match.WRONG;
    }

    private boolean rejects(int status) {
        return rejections.contains(status) || alsoRejected.contains(status);
    }

    private static boolean opensCors(Exchange exchange) {
        return exchange.response()
                .flatMap(response -> response.header("Access-Control-Allow-Origin"))
                .isPresent();
    }

    private static boolean closed(Exchange exchange) {
        Failure.Kind kind = exchange.failure().orElseThrow().kind();
        return kind == Failure.Kind.CLOSED_WITHOUT_ANSWER || kind == Failure.Kind.RESET;
    }
}
