package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.diagnosis.Condition.How;
import io.statuspulse.conformance.diagnosis.Condition.Met;
import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.verdict.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts what a rule saw into a finding's words. */
final class Wording {
    private static final int MOST_IDS = 3;

    private final Optional<Language> language;

    Wording(Optional<Language> language) {
        this.language = language;
    }

    Finding finding(Rule rule, List<Met> met, List<Case> explained) {
        List<String> evidence = new ArrayList<>(seen(explained));
        met.stream()
                .filter(m -> !m.condition().isPositive()
                        && m.condition().how() != How.NONE
                        && !m.cases().isEmpty())
                .map(Wording::ruledOut)
                .forEach(evidence::add);
        return new Finding(
                rule.id(),
                rule.sentence(),
                String.join("; ", evidence),
                mend(rule.hint().orElseGet(() -> usual(explained))),
                ids(explained));
    }

    Finding finding(Rest rest) {
        return new Finding(
                rest.id(),
                rest.sentence(),
                String.join("; ", seen(rest.cases())),
                mend(usual(rest.cases())),
                ids(rest.cases()));
    }

    private static List<String> ids(List<Case> cases) {
        return cases.stream().map(Case::id).toList();
    }

    /** Says what was wrong with how many, those of one kind together, and what the first of each got. */
    private static List<String> seen(List<Case> cases) {
        Map<Symptom, List<Case>> kinds = cases.stream()
                .collect(Collectors.groupingBy(
                        one -> one.symptoms().iterator().next(), LinkedHashMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(kind -> seen(kind.getKey(), kind.getValue()))
                .toList();
    }

    private static String seen(Symptom symptom, List<Case> cases) {
        String answer = cases.get(0).seen();
        boolean single = cases.size() == 1;
        return some(cases)
                + (single ? " was " : " were ")
                + symptom.words()
                + (answer.isEmpty() ? "" : " (" + (single ? "" : "the first: ") + answer + ")");
    }

    private static String ruledOut(Met met) {
        int count = met.cases().size();
        String so = met.condition().so();
        String what = switch (met.condition().how()) {
            case UNCLEAR -> " could not be judged";
            case AS_FORGED -> count == 1 ? " was answered as a forgery is" : " were answered as a forgery is";
            case NOT_AS_FORGED ->
                count == 1 ? " was answered otherwise than a forgery" : " were answered otherwise than a forgery";
            case DATED -> count == 1 ? " carries a Date that is right" : " carry a Date that is right";
            default -> count == 1 ? " is as it must be" : " are as they must be";
        };
        return some(met.cases()) + what + (so.isEmpty() ? "" : ", so " + so);
    }

    private static String some(List<Case> cases) {
        int more = cases.size() - MOST_IDS;
        // No "and 1 more": the name is as short.
        List<String> named = ids(more > 1 ? cases.subList(0, MOST_IDS) : cases);
        return String.join(", ", named) + (more > 1 ? " and " + more + " more" : "");
    }

    /** The hint that most of the scenarios give. */
    private static Mend usual(List<Case> cases) {
        return cases.stream()
                .map(one -> one.result().scenario().mend())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private String mend(Mend mend) {
        return Advice.of(List.of(mend), language);
    }
}
