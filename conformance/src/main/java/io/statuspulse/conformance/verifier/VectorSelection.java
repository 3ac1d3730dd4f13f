package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.simulator.delivery.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Chooses vectors as scenarios are chosen, and by their flags. */
final class VectorSelection {
    private VectorSelection() {}

    static List<Vector> of(Vectors all, List<String> select, List<String> exclude) {
        List<Vector> vectors = all.list();
        List<Scenario> scenarios = all.scenarios();
        Stream.concat(select.stream(), exclude.stream()).forEach(pattern -> requireMatch(pattern, vectors, scenarios));
        List<Vector> selected = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            Vector vector = vectors.get(i);
            Scenario scenario = scenarios.get(i);
            if ((select.isEmpty() || select.stream().anyMatch(pattern -> matches(pattern, vector, scenario)))
                    && exclude.stream().noneMatch(pattern -> matches(pattern, vector, scenario))) {
                selected.add(vector);
            }
        }
        return selected;
    }

    private static boolean matches(String pattern, Vector vector, Scenario scenario) {
        return Selection.matches(pattern, scenario)
                || pattern.equals(vector.family())
                || vector.flags().stream().anyMatch(flag -> flag.name().equals(pattern));
    }

    private static void requireMatch(String pattern, List<Vector> vectors, List<Scenario> scenarios) {
        for (int i = 0; i < vectors.size(); i++) {
            if (matches(pattern, vectors.get(i), scenarios.get(i))) {
                return;
            }
        }
        throw new IllegalArgumentException("'" + Printable.decoded(pattern) + "' matches no vector; nearest: "
                + String.join(", ", Selection.nearest(pattern, scenarios)) + " (vectors shows all)");
    }
}
