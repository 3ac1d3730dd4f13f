package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.scenario.Trial.Effects;
import io.statuspulse.conformance.verdict.Result;
import java.util.EnumSet;
import java.util.Set;

/** Reads how often events were processed, which stands in words alone. */
final class EffectFacts {
    private EffectFacts() {}

    static Set<Symptom> symptoms(Result result) {
        boolean never = result.scenario().trials().stream()
                .anyMatch(trial -> trial.effects() == Effects.NONE || trial.effects() == Effects.NONE_UNLESS_ACCEPTED);
        Set<Symptom> symptoms = EnumSet.noneOf(Symptom.class);
        result.facts().stream()
                .filter(fact -> fact.key().equals(Symptoms.EFFECT))
                .forEach(fact -> symptoms.add(
                        never || fact.value().endsWith("expected never")
                                ? Symptom.PROCESSED_THOUGH_REJECTED
                                : isNever(fact.value()) ? Symptom.NOT_PROCESSED : Symptom.PROCESSED_TWICE));
        return symptoms;
    }

    private static boolean isNever(String words) {
        return words.contains(" was processed never") || words.contains(" was never processed");
    }
}
