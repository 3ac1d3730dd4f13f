package io.statuspulse.cli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the names that somebody may have meant. */
final class Nearest {
    private static final int SHOWN = 3;
    /** Longer than any name: what follows is equally far from all of them, and takes its time to be measured. */
    private static final int MOST_COMPARED = 200;

    private Nearest() {}

    /** Returns three names: those that hold that text first, then those that take the fewest changes to reach. */
    static List<String> to(String text, Stream<String> names) {
        return names.sorted(Comparator.comparingInt((String name) -> name.contains(text) ? 0 : distance(text, name))
                        .thenComparing(name -> name))
                .limit(SHOWN)
                .toList();
    }

    /** Returns the one name that is at most a third of its letters away, or none. */
    static List<String> likely(String text, Stream<String> names) {
        return to(text, names).subList(0, 1).stream()
                .filter(name -> name.startsWith(text) || distance(text, name) <= Math.max(1, name.length() / 3))
                .toList();
    }

    /** The edit distance in which two neighbours may also change places (optimal string alignment). */
    private static int distance(String a, String b) {
        int rows = Math.min(MOST_COMPARED, a.length());
        int[][] cost = new int[rows + 1][b.length() + 1];
        for (int i = 0; i <= rows; i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[rows][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
