package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.verdict.Result;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what went wrong in a rotation under traffic: which secret was in force when stands in words alone. */
final class TrafficFacts {
    /** What went wrong: an acceptance where none was wanted, or anything else where one was. */
    private static final Pattern ANSWER = Pattern.compile(": ([1-5])[0-9]{2}\\b");

    private TrafficFacts() {}

    static Set<Symptom> symptoms(Result result) {
        Set<Symptom> symptoms = EnumSet.noneOf(Symptom.class);
        result.facts().stream()
                .filter(fact -> fact.key().equals("actual"))
                .map(fact -> ANSWER.matcher(fact.value()))
                .filter(Matcher::find)
                .forEach(answer -> symptoms.add(
                        switch (answer.group(1)) {
                            case "2" -> Symptom.ACCEPTED;
                            case "3" -> Symptom.REDIRECTED;
                            case "4" -> Symptom.REJECTED;
                            case "5" -> Symptom.THREW;
                            default -> Symptom.OTHER;
                        }));
        return symptoms;
    }
}
