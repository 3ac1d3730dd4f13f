package io.statuspulse.conformance.suite;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.fuzz.Claim;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A pattern selects what the plainest reading of it selects, in time, or is refused with the nearest ids. First line a
 * text, then patterns: each is held against the text, and against the suite.
 */
public final class SelectionFuzz {
    private static final List<Scenario> SUITE = Suite.scenarios();
    private static final int MOST = 40;

    private SelectionFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", 5);
        for (int i = 1; i < lines.length; i++) {
            String pattern = lines[i];
            String text = lines[0];
            boolean matches = Glob.matches(pattern, text);
            if (pattern.length() <= MOST && text.length() <= MOST) {
                Claim.same(plainly(pattern, text), matches, () -> pattern + " for " + text);
            }
            select(new Selection(Optional.empty(), List.of(pattern), List.of()));
        }
    }

    private static void select(Selection selection) {
        try {
            List<Scenario> selected = selection.from(SUITE);
            Claim.that(!selected.isEmpty() && SUITE.containsAll(selected), () -> "selected " + selected);
        } catch (IllegalArgumentException e) {
            Claim.oneLine(String.valueOf(e.getMessage()));
            Claim.that(e.getMessage().contains("nearest: "), e::getMessage);
        }
    }

    /** By a table of which beginning of the pattern matches which beginning of the text. */
    private static boolean plainly(String pattern, String text) {
        int[] p = pattern.codePoints().toArray();
        int[] t = text.codePoints().toArray();
        boolean[][] fits = new boolean[p.length + 1][t.length + 1];
        for (int i = 0; i <= p.length; i++) {
            for (int j = 0; j <= t.length; j++) {
                if (i == 0) {
                    fits[i][j] = j == 0;
                } else if (p[i - 1] == '*') {
                    fits[i][j] = fits[i - 1][j] || (j > 0 && fits[i][j - 1]);
                } else {
                    fits[i][j] = j > 0 && fits[i - 1][j - 1] && (p[i - 1] == '?' || p[i - 1] == t[j - 1]);
                }
            }
        }
        return fits[p.length][t.length];
    }
}
