package io.statuspulse.conformance.verdict;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What results have in common although ids, times and addresses in them differ. */
public final class Likeness {
    /** The key of the fact that says what was changed in a delivery. */
    public static final String SENT = "edit";

    /** The key of the fact that says what was expected. */
    public static final String EXPECTED = "expected";

    /** The key of the fact that says how many more of a scenario's deliveries failed. */
    public static final String MORE = "more";

    /** What differs from answer to answer although nothing else does. Statuses are none of it. */
    private static final Pattern CHANGING =
            Pattern.compile("(?<![A-Za-z0-9])(?![0-9]{3}(?![A-Za-z0-9_:.-]))(?=[A-Za-z_:.-]*[0-9])[A-Za-z0-9_:.-]+");

    private Likeness() {}

    /** Returns what texts that are alike have in common. */
    public static String of(String text) {
        return CHANGING.matcher(text).replaceAll("#");
    }

    /** Returns what facts that are alike have in common, those with the keys {@code without} left out. */
    public static String of(List<Fact> facts, Set<String> without) {
        return facts.stream()
                .filter(fact -> !without.contains(fact.key()) && !fact.isAboutWaiver())
                .map(fact -> fact.key() + " " + of(fact.value()))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Returns what facts have in common that tell of an answer like it, whatever was sent and expected. */
    public static String ofAnswer(List<Fact> facts) {
        return of(facts, Set.of(SENT, EXPECTED, MORE));
    }
}
