package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Procedure;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.TlsProcedure;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.wire.Exchange;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads from a result in what ways it is wrong: from its exchanges, and from its facts only what no exchange shows. */
final class Symptoms {
    /** The key of the fact that says how often an event was processed. */
    static final String EFFECT = "effect";

    private Symptoms() {}

    static Set<Symptom> of(Result result) {
        Set<Symptom> symptoms = EnumSet.noneOf(Symptom.class);
        if (!(result.verdict() instanceof Verdict.Failed)) {
            return symptoms;
        }
        Scenario scenario = result.scenario();
        AnswerSymptom answers = new AnswerSymptom(scenario);
        for (Trial trial : scenario.trials()) {
            if (trial instanceof Procedure procedure) {
                symptoms.addAll(of(procedure, result, answers));
            }
        }
        Wanted wanted = new Wanted(scenario);
        for (Exchange exchange : exchanges(result, Role.TRIAL)) {
            wanted.of(exchange).flatMap(answer -> answers.of(answer, exchange)).ifPresent(symptoms::add);
        }
        symptoms.addAll(EffectFacts.symptoms(result));
        afterwards(result, symptoms);
        if (symptoms.isEmpty()) {
            // Judged by every answer of the run, whose culprit need not be among those of this result.
            symptoms.add(
                    switch (scenario.expect()) {
                        case OBSERVE_LEAK -> Symptom.LEAKED;
                        case OBSERVE_STATUS -> Symptom.REDIRECTED;
                        default -> Symptom.OTHER;
                    });
        }
        return symptoms;
    }

    private static List<Exchange> exchanges(Result result, Role role) {
        return result.sent().stream()
                .filter(sent -> sent.role() == role)
                .map(Sent::exchange)
                .toList();
    }

    private static Set<Symptom> of(Procedure procedure, Result result, AnswerSymptom answers) {
        Set<Symptom> symptoms = EnumSet.noneOf(Symptom.class);
        List<Exchange> sent = exchanges(result, Role.TRIAL);
        if (procedure instanceof Procedure.RotationUnderTraffic) {
            symptoms.addAll(TrafficFacts.symptoms(result));
        } else if (procedure instanceof Procedure.EndOfOverlap || procedure instanceof TlsProcedure.PlainHttp) {
            sent.forEach(exchange -> answers.of(Answer.REJECTED, exchange).ifPresent(symptoms::add));
        } else if (procedure instanceof Procedure.RetryAfterFailure) {
            // What comes of the first attempt is for the receiver to say; only the retry is to be accepted.
            sent.stream()
                    .skip(1)
                    .forEach(exchange -> answers.of(Answer.ACCEPTED, exchange).ifPresent(symptoms::add));
        } else {
            sent.forEach(exchange -> answers.of(Answer.ACCEPTED, exchange).ifPresent(symptoms::add));
            boolean heldUp = procedure instanceof Procedure.OthersWhile
                    && symptoms.isEmpty()
                    && sent.stream().allMatch(e -> e.delivery().plan().equals(DeliveryPlan.valid()));
            if (heldUp) {
                symptoms.add(Symptom.LATE);
            }
        }
        return symptoms;
    }

    private static void afterwards(Result result, Set<Symptom> symptoms) {
        List<Exchange> alive = exchanges(result, Role.ALIVE);
        if (alive.isEmpty() || result.scenario().expect() == Expect.ACCEPT) {
            return;
        }
        Exchange last = alive.get(alive.size() - 1);
        if (!last.accepted() && last.status() != 429) {
            symptoms.add(last.status() / 100 == 3 ? Symptom.REDIRECTED : Symptom.DIED);
        }
    }
}
