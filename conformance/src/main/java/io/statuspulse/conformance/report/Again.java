package io.statuspulse.conformance.report;

import io.statuspulse.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The command that runs scenarios again, in pieces between which a line may be broken. */
final class Again {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

    private Again() {}

    /** Returns whether there is such a command: it reaches what has a URL, and not what was called within a process. */
    static boolean isPossible(String target) {
        return target.matches("(?i)https?://.*");
    }

    static List<String> command(String target, List<Result> results) {
        List<String> pieces = new ArrayList<>();
        pieces.add("statuspulse test " + quoted(target));
        if (results.stream().anyMatch(result -> result.scenario().isOwn())) {
            pieces.add("--scenarios JAR");
        }
        results.forEach(
                result -> pieces.add("--select " + quoted(result.scenario().id())));
        return pieces;
    }

    /** Returns {@code text} as a POSIX shell takes it for one word. */
    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
