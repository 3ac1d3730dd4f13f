package io.statuspulse.conformance.waiver;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.simulator.delivery.Printable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which entry decides on which scenario: the one that names its id, or else the first glob that names it. So each
 * scenario has one entry at most, and each entry at least one scenario.
 */
final class Decisions {
    private final Map<String, Entry> entryOf = new HashMap<>();
    private final Map<Entry, List<String>> idsOf = new LinkedHashMap<>();
    private final List<Scenario> decided = new ArrayList<>();

    private Decisions() {}

    /**
     * Decides.
     *
     * @throws IllegalArgumentException as {@link KnownFailures#over} does
     */
    static Decisions of(List<Entry> entries, List<Scenario> suite) {
        requireEachOnce(entries);
        entries.forEach(entry -> requireScenario(entry, suite));
        Decisions decisions = new Decisions();
        entries.forEach(entry -> decisions.idsOf.put(entry, new ArrayList<>()));
        for (Scenario scenario : suite) {
            deciding(entries, scenario.id()).ifPresent(entry -> decisions.add(entry, scenario));
        }
        decisions.idsOf.forEach(Decisions::requireSomething);
        return decisions;
    }

    private void add(Entry entry, Scenario scenario) {
        entryOf.put(scenario.id(), entry);
        idsOf.getOrDefault(entry, List.of()).add(scenario.id());
        decided.add(scenario);
    }

    private static Optional<Entry> deciding(List<Entry> entries, String id) {
        return entries.stream()
                .filter(entry -> entry.failure().scenario().equals(id))
                .findFirst()
                .or(() -> entries.stream()
                        .filter(entry -> entry.failure().names(id))
                        .findFirst());
    }

    private static void requireEachOnce(List<Entry> entries) {
        Map<String, Entry> seen = new HashMap<>();
        for (Entry entry : entries) {
            Entry first = seen.putIfAbsent(entry.failure().scenario(), entry);
            if (first != null) {
                throw new IllegalArgumentException(entry.place() + ": '"
                        + Printable.decoded(entry.failure().scenario()) + "' is there already, in " + first.place()
                        + "; expected one entry for it");
            }
        }
    }

    private static void requireScenario(Entry entry, List<Scenario> suite) {
        String named = entry.failure().scenario();
        if (suite.stream().anyMatch(scenario -> entry.failure().names(scenario.id()))) {
            return;
        }
        boolean isArea = suite.stream().anyMatch(scenario -> scenario.area().equals(named));
        throw new IllegalArgumentException(entry.place() + ": '" + Printable.decoded(named) + "' matches no scenario"
                + (isArea
                        ? ", it is an area; expected '" + named + "/*'"
                        : "; nearest: " + String.join(", ", Selection.nearest(named, suite)) + " (list shows all)"));
    }

    private static void requireSomething(Entry entry, List<String> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException(
                    entry.place() + ": '" + Printable.decoded(entry.failure().scenario())
                            + "' decides on nothing: others name each of its scenarios by id or before it; take it out");
        }
    }

    Optional<Entry> entryFor(Scenario scenario) {
        return Optional.ofNullable(entryOf.get(scenario.id()));
    }

    /** Returns the scenarios that have an entry, in the order of the suite. */
    List<Scenario> scenarios() {
        return List.copyOf(decided);
    }

    List<Entry> entries() {
        return List.copyOf(idsOf.keySet());
    }

    /** Returns the ids of the scenarios on which that entry decides, in the order of the suite. */
    List<String> idsOf(Entry entry) {
        return List.copyOf(idsOf.getOrDefault(entry, List.of()));
    }
}
