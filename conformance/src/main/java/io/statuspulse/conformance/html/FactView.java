package io.statuspulse.conformance.html;

import io.statuspulse.conformance.verdict.Fact;
import java.util.List;

/**
 * One thing that was seen or wanted.
 *
 * @param key what it is about
 * @param value what it is
 */
record FactView(Shown key, Shown value) {
    private static final int MOST_KEY = 200;
    private static final int MOST_VALUE = 500;

    static List<FactView> of(List<Fact> facts) {
        return of(facts, MOST_VALUE);
    }

    /** The same with values that take so many bytes in the page at most. */
    static List<FactView> of(List<Fact> facts, int most) {
        return facts.stream()
                .map(fact -> new FactView(Shown.words(fact.key(), MOST_KEY), Shown.words(fact.value(), most)))
                .toList();
    }
}
