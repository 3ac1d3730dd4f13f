package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import java.util.Optional;
import java.util.Set;

/** Tells what is wrong with an answer, for one scenario. */
final class AnswerSymptom {
    /** What counts as a rejection unless the run's settings say otherwise, which a result does not tell. */
    private static final Set<Integer> REJECTIONS = Set.of(400, 401, 403);

    private final Scenario scenario;

    AnswerSymptom(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Returns what is wrong; empty where the answer is as wanted. */
    Optional<Symptom> of(Answer wanted, Exchange exchange) {
        if (wanted == Answer.NONE) {
            return Optional.empty();
        }
        return exchange.failure()
                .map(failure -> unanswered(wanted, failure.kind()))
                .orElseGet(() -> answered(wanted, exchange));
    }

    private Optional<Symptom> unanswered(Answer wanted, Failure.Kind kind) {
        boolean mayClose = wanted != Answer.ACCEPTED && (scenario.has(Tag.WIRE) || scenario.has(Tag.HEAVY));
        return switch (kind) {
            case CLOSED_WITHOUT_ANSWER, RESET -> mayClose ? Optional.empty() : Optional.of(Symptom.CUT_OFF);
            case ANSWER_TIMEOUT, WRITE_TIMEOUT, TLS_TIMEOUT, CONNECT_TIMEOUT -> Optional.of(Symptom.HUNG);
            default -> Optional.of(Symptom.OTHER);
        };
    }

    private Optional<Symptom> answered(Answer wanted, Exchange exchange) {
        int status = exchange.status();
        if (status / 100 == 5) {
            return Optional.of(Symptom.THREW);
        }
        return switch (wanted) {
            case ACCEPTED -> accepted(status);
            case ACCEPTED_OR_LISTED -> scenario.alsoRejected().contains(status) ? Optional.empty() : accepted(status);
            case REJECTED -> exchange.accepted() ? Optional.of(Symptom.ACCEPTED) : rejected(status);
            case REJECTED_OR_CLOSED -> exchange.accepted() ? Optional.of(Symptom.KEPT_OPEN) : rejected(status);
            case NOT_ACCEPTED -> exchange.accepted() ? Optional.of(Symptom.ACCEPTED) : Optional.empty();
            case REFUSED -> status / 100 == 3 ? Optional.of(Symptom.REDIRECTED) : Optional.empty();
            case ANY, ANY_WITHOUT_CORS, NONE -> Optional.empty();
        };
    }

    private static Optional<Symptom> accepted(int status) {
        return switch (status / 100) {
            case 2 -> Optional.empty();
            case 3 -> Optional.of(Symptom.REDIRECTED);
            default -> Optional.of(Symptom.REJECTED);
        };
    }

    private Optional<Symptom> rejected(int status) {
        if (REJECTIONS.contains(status) || scenario.alsoRejected().contains(status)) {
            return Optional.empty();
        }
        return Optional.of(status / 100 == 3 ? Symptom.REDIRECTED : Symptom.OTHER);
    }
}
