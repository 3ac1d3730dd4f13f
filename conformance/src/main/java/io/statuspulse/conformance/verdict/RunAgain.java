package io.statuspulse.conformance.verdict;

import io.statuspulse.conformance.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How scenarios of a run are run again: what the command was given, as far as it can be shown to others.
 *
 * @param url the receiver's, as it was given: where the run chose a port, that is not in it; of a verifier as in
 *     {@link #verifier}
 * @param start whether the run started the receiver; with which command is not told, because it may hold credentials
 * @param scenarios the files with scenarios of the user's own; empty where there were none, or it is not known
 */
public record RunAgain(String url, boolean start, List<String> scenarios) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

    /** How reports name what a command runs; no URL begins like that. */
    private static final String VERIFIER = "verifier: ";

    public RunAgain {
        scenarios = List.copyOf(scenarios);
    }

    /** A receiver that ran already, and no scenarios of the user's own whose file is known. */
    public static RunAgain at(String url) {
        return new RunAgain(url, false, List.of());
    }

    /** Returns the target of a report about a verifier that this command runs. */
    public static String verifier(String command) {
        return VERIFIER + command;
    }

    /** Returns whether there is a command: it reaches what has a URL or a command, and not what was called within a process. */
    public boolean isPossible() {
        return isVerifier() || url.matches("(?i)https?://.*");
    }

    private boolean isVerifier() {
        return url.startsWith(VERIFIER);
    }

    /**
     * Returns the command for a POSIX shell, in pieces between which a line may be broken. What is not known stands in it
     * in capitals.
     *
     * @param ids the scenarios'
     */
    public List<String> command(List<String> ids) {
        List<String> pieces = new ArrayList<>();
        pieces.add(
                isVerifier()
                        ? "statuspulse verifier --command " + quoted(url.substring(VERIFIER.length()))
                        : "statuspulse test " + quoted(url));
        if (start) {
            pieces.add("--start COMMAND");
        }
        if (!isVerifier() && ids.stream().anyMatch(Scenario::isOwn)) {
            if (scenarios.isEmpty()) {
                pieces.add("--scenarios JAR");
            }
            scenarios.forEach(file -> pieces.add("--scenarios " + quoted(file)));
        }
        ids.forEach(id -> pieces.add("--select " + quoted(id)));
        return pieces;
    }

    /** Returns {@code text} as a POSIX shell takes it for one word. */
    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
