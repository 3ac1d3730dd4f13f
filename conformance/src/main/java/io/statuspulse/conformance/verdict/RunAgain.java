package io.statuspulse.conformance.verdict;

import io.statuspulse.conformance.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The command that runs scenarios again. */
public final class RunAgain {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

    /** As {@link Scenario#isOwn} has it. */
    private static final Pattern OWN = Pattern.compile("team[/-]");

    private RunAgain() {}

    /** Returns whether there is such a command: it reaches what has a URL, and not what was called within a process. */
    public static boolean isPossible(String target) {
        return target.matches("(?i)https?://.*");
    }

    /**
     * Returns the command for a POSIX shell, in pieces between which a line may be broken.
     *
     * @param target the receiver's URL
     * @param ids the scenarios'; those that are the user's own the command must be given
     */
    public static List<String> command(String target, List<String> ids) {
        List<String> pieces = new ArrayList<>();
        pieces.add("statuspulse test " + quoted(target));
        if (ids.stream().anyMatch(id -> OWN.matcher(id).lookingAt())) {
            pieces.add("--scenarios JAR");
        }
        ids.forEach(id -> pieces.add("--select " + quoted(id)));
        return pieces;
    }

    /** Returns {@code text} as a POSIX shell takes it for one word. */
    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
