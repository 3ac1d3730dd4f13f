package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.diagnosis.Condition.How;
import io.statuspulse.conformance.scenario.Mend;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One pattern among failures, as a value.
 *
 * @param id permanent, in kebab-case
 * @param sentence what it says of the receiver
 * @param conditions what must all have been seen
 * @param explained what else it explains, besides what its conditions ask to be wrong
 * @param hint how to mend it; empty where the scenarios' own hint says that
 * @param doubt what it does not prove
 */
record Rule(
        String id,
        String sentence,
        List<Condition> conditions,
        List<Explained> explained,
        Optional<Mend> hint,
        String doubt) {

    /** What else a rule explains: scenarios that are wrong in that way. */
    record Explained(Set<Symptom> symptoms, List<String> globs) {}

    static Rule finding(String id, String sentence) {
        return new Rule(id, sentence, List.of(), List.of(), Optional.empty(), "");
    }

    /** At least one of these is wrong in that way. */
    Rule any(Symptom symptom, String... globs) {
        return and(new Condition(How.ANY, Set.of(symptom), List.of(globs), ""));
    }

    /** At least one of these is wrong in whatever way. */
    Rule broken(String... globs) {
        return and(new Condition(How.ANY, EnumSet.allOf(Symptom.class), List.of(globs), ""));
    }

    /** At least three of these are wrong in that way. */
    Rule several(Symptom symptom, String... globs) {
        return and(new Condition(How.SEVERAL, Set.of(symptom), List.of(globs), ""));
    }

    /** All of these are wrong in that way; each glob names one that was judged. */
    Rule each(Symptom symptom, String... globs) {
        return and(new Condition(How.EACH, Set.of(symptom), List.of(globs), ""));
    }

    /** All of these are as they must be, each glob naming one that was judged; {@code so} says what follows. */
    Rule held(String so, String... globs) {
        return and(new Condition(How.HELD, Set.of(), List.of(globs), so));
    }

    /** None of these is wrong in that way. */
    Rule none(Symptom symptom, String... globs) {
        return and(new Condition(How.NONE, Set.of(symptom), List.of(globs), ""));
    }

    /** At least one of these could not be judged; {@code so} says what follows. */
    Rule unclear(String so, String... globs) {
        return and(new Condition(How.UNCLEAR, Set.of(), List.of(globs), so));
    }

    /** At least one of these was answered with a Date that agrees with ours; {@code so} says what follows. */
    Rule dated(String so, String... globs) {
        return and(new Condition(How.DATED, Set.of(), List.of(globs), so));
    }

    /** Of these, none was refused otherwise than a forgery, as far as that was seen. */
    Rule asForged(String... globs) {
        return and(new Condition(How.AS_FORGED, Set.of(Symptom.REJECTED), List.of(globs), "it is the verification"));
    }

    /** Of these, at least one was refused otherwise than a forgery. */
    Rule notAsForged(String... globs) {
        return and(
                new Condition(How.NOT_AS_FORGED, Set.of(Symptom.REJECTED), List.of(globs), "it is not the signature"));
    }

    Rule explains(Symptom symptom, String... globs) {
        return new Rule(
                id, sentence, conditions, plus(explained, new Explained(Set.of(symptom), List.of(globs))), hint, doubt);
    }

    /** Also explains these, whatever is wrong with them. */
    Rule explainsAll(String... globs) {
        return new Rule(
                id,
                sentence,
                conditions,
                plus(explained, new Explained(EnumSet.allOf(Symptom.class), List.of(globs))),
                hint,
                doubt);
    }

    Rule mend(Mend mend) {
        return new Rule(id, sentence, conditions, explained, Optional.of(mend), doubt);
    }

    Rule mend(String everywhere) {
        return mend(Mend.anywhere(everywhere));
    }

    Rule mend(String java, String node, String go, String python) {
        return mend(new Mend(java, node, go, python));
    }

    /** Says what it does not prove. */
    Rule doubt(String words) {
        return new Rule(id, sentence, conditions, explained, hint, words);
    }

    /** Returns what was seen that makes it true, condition by condition; empty where it does not apply. */
    Optional<List<Condition.Met>> in(Cases run) {
        List<Condition.Met> met = new ArrayList<>();
        for (Condition condition : conditions) {
            Optional<Condition.Met> one = condition.in(run);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            met.add(one.get());
        }
        return Optional.of(met);
    }

    /** Returns the open cases that it explains, in order. */
    List<Case> explainedIn(Cases run) {
        List<Explained> all = Stream.concat(
                        conditions.stream()
                                .filter(Condition::isPositive)
                                .map(c -> new Explained(c.symptoms(), c.globs())),
                        explained.stream())
                .toList();
        return run.open().stream()
                .filter(one -> all.stream().anyMatch(some -> explains(some, one)))
                .toList();
    }

    private static boolean explains(Explained some, Case one) {
        return one.has(some.symptoms()) && some.globs().stream().anyMatch(glob -> Glob.matches(glob, one.id()));
    }

    private Rule and(Condition more) {
        return new Rule(id, sentence, plus(conditions, more), explained, hint, doubt);
    }

    private static <T> List<T> plus(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
