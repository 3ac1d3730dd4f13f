package io.statuspulse.conformance.suite;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.simulator.delivery.Printable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which scenarios to run.
 *
 * <p>A pattern is an id, a glob over ids ({@code signature/*}), an area, a tag or a level.
 *
 * @param profile the profile; empty for the default one, or for all where patterns select
 * @param select patterns of which one must match; empty for all
 * @param exclude patterns of which none may match
 */
public record Selection(Optional<Profile> profile, List<String> select, List<String> exclude) {

    private static final int MOST_COMPARED = 200;

    public Selection {
        select = List.copyOf(select);
        exclude = List.copyOf(exclude);
    }

    /** Everything of that profile. */
    public static Selection of(Profile profile) {
        return new Selection(Optional.of(profile), List.of(), List.of());
    }

    /** Returns the name for reports: the profile's, or {@code selection}. */
    public String name() {
        boolean whole = select.isEmpty() && exclude.isEmpty();
        return whole ? effectiveProfile().label() : "selection";
    }

    /**
     * Returns the selected scenarios, in the order of the suite; may be empty.
     *
     * @throws IllegalArgumentException if a pattern matches no scenario of the suite; the message names the nearest ids
     */
    public List<Scenario> from(List<Scenario> suite) {
        Stream.concat(select.stream(), exclude.stream()).forEach(pattern -> requireMatch(pattern, suite));
        return suite.stream()
                .filter(effectiveProfile()::includes)
                .filter(s -> select.isEmpty() || select.stream().anyMatch(p -> matches(p, s)))
                .filter(s -> exclude.stream().noneMatch(p -> matches(p, s)))
                .toList();
    }

    private Profile effectiveProfile() {
        return profile.orElse(select.isEmpty() ? Profile.DEFAULT : Profile.FULL);
    }

    private static void requireMatch(String pattern, List<Scenario> suite) {
        if (suite.stream().noneMatch(s -> matches(pattern, s))) {
            throw new IllegalArgumentException("'" + Printable.decoded(pattern) + "' matches no scenario; nearest: "
                    + String.join(", ", nearest(pattern, suite)) + " (list shows all)");
        }
    }

    /** Returns whether that pattern means that scenario. */
    public static boolean matches(String pattern, Scenario scenario) {
        return matchesId(pattern, scenario.id())
                || pattern.equals(scenario.area())
                || pattern.equals(scenario.level().name().toLowerCase(Locale.ROOT))
                || scenario.tags().stream().anyMatch(tag -> Glob.matches(pattern, tag.label()));
    }

    /** Returns whether that id, or glob over ids, means that id. */
    public static boolean matchesId(String pattern, String id) {
        return Glob.matches(pattern, id);
    }

    /** Returns the three ids that take the fewest changes to reach from that pattern. */
    public static List<String> nearest(String pattern, List<Scenario> suite) {
        // What is longer than any id is equally far from all of them, and takes its time to be measured.
        String beginning = pattern.substring(0, Math.min(MOST_COMPARED, pattern.length()));
        Map<String, Integer> distances = new HashMap<>();
        suite.forEach(scenario -> distances.put(scenario.id(), distance(beginning, scenario.id())));
        return suite.stream()
                .map(Scenario::id)
                .sorted(Comparator.comparingInt((String id) -> distances.getOrDefault(id, 0))
                        .thenComparing(id -> id))
                .limit(3)
                .toList();
    }

    /** The edit distance of Levenshtein. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
