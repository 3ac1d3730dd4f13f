package io.statuspulse.conformance.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What no rule explains, told as it was seen.
 *
 * @param area the area of its scenarios
 * @param symptom what is wrong with all of them
 * @param cases at least one
 */
record Rest(String area, Symptom symptom, List<Case> cases) {
    private static final int MOST_TITLES = 3;

    static List<Rest> of(List<Case> open) {
        Map<List<Object>, List<Case>> groups = open.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.result().scenario().area(), first(one)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> new Rest(
                        (String) group.getKey().get(0), (Symptom) group.getKey().get(1), group.getValue()))
                .toList();
    }

    private static Symptom first(Case one) {
        return one.symptoms().iterator().next();
    }

    /** For example {@code unexplained-signature-accepted}. */
    String id() {
        return "unexplained-" + area + "-"
                + symptom.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String sentence() {
        String titles = cases.stream()
                .limit(MOST_TITLES)
                .map(one -> one.result().scenario().title())
                .collect(Collectors.joining("; "));
        int more = cases.size() - MOST_TITLES;
        return "It does not hold that " + titles + (more > 0 ? "; and " + more + " more" : "") + ": "
                + (cases.size() == 1 ? "it was " : "they were ") + symptom.words() + ".";
    }
}
