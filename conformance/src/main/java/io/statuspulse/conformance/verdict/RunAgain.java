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

    /** How reports name what is run by a command; no URL begins like that. */
    private static final String VERIFIER = "verifier: ";

    private RunAgain() {}

    /** Returns the target of a report about a verifier that this command runs. */
    public static String verifier(String command) {
        return VERIFIER + command;
    }

    /** Returns whether there is such a command: it reaches what has a URL or a command, and not what was called within a process. */
    public static boolean isPossible(String target) {
        return target.startsWith(VERIFIER) || target.matches("(?i)https?://.*");
    }

    /**
     * Returns the command for a POSIX shell, in pieces between which a line may be broken.
     *
     * @param target the report's
     * @param ids the scenarios'; those that are the user's own the command must be given
     */
    public static List<String> command(String target, List<String> ids) {
        List<String> pieces = new ArrayList<>();
        pieces.add(
                target.startsWith(VERIFIER)
                        ? "statuspulse verifier --command " + quoted(target.substring(VERIFIER.length()))
                        : "statuspulse test " + quoted(target));
        if (!target.startsWith(VERIFIER) && ids.stream().anyMatch(id -> OWN.matcher(id).lookingAt())) {
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
