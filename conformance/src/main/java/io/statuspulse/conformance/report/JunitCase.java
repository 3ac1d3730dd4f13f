package io.statuspulse.conformance.report;

import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.verdict.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a result looks in JUnit XML, which knows fewer outcomes than there are.
 *
 * @param kind what the case counts as
 * @param message one line; empty where it passes
 * @param text all that is to be said, in lines; may be empty
 */
record JunitCase(Kind kind, String message, String text) {

    /** What a test case can be. */
    enum Kind {
        PASS,
        FAILURE,
        ERROR,
        SKIPPED;

        String element() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns it with these lines before its text. */
    JunitCase because(List<String> causes) {
        return causes.isEmpty() || kind == Kind.PASS
                ? this
                : new JunitCase(kind, message, String.join("\n", causes) + "\n" + text);
    }

    boolean isRed() {
        return kind == Kind.FAILURE || kind == Kind.ERROR;
    }

    static JunitCase of(RecordedResult result) {
        return switch (result.outcome()) {
            case FAILED -> new JunitCase(Kind.FAILURE, difference(result), everything(result));
            case STALE_WAIVER -> new JunitCase(Kind.FAILURE, Waivers.overOrPlain(result.facts()), seen(result));
            // As the exit code has it: only where a MUST is open may a build not be green.
            case INCONCLUSIVE ->
                new JunitCase(result.level() == Level.MUST ? Kind.ERROR : Kind.SKIPPED, result.reason(), seen(result));
            case NOT_APPLICABLE -> new JunitCase(Kind.SKIPPED, result.reason(), "");
            case WAIVED -> new JunitCase(Kind.SKIPPED, Waivers.words(result.facts()), facts(result));
            case WARNED -> new JunitCase(Kind.PASS, "", "warned: " + difference(result) + "\n" + everything(result));
            case PASSED, OBSERVED -> new JunitCase(Kind.PASS, "", facts(result));
        };
    }

    /** Returns what was wanted and what came, on one line. */
    private static String difference(RecordedResult result) {
        String facts = Stream.concat(
                        Waivers.over(result.facts()).stream(),
                        Waivers.others(result.facts()).stream()
                                .filter(fact -> !fact.key().equals("edit"))
                                .map(fact -> fact.key() + " " + fact.value()))
                .collect(Collectors.joining("; "));
        return facts.isEmpty() ? result.title() : facts;
    }

    /** Returns what it is and what was seen. */
    private static String seen(RecordedResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(result.id() + " (" + result.level() + ", " + result.requirement() + ")");
        lines.add(result.title());
        result.facts().forEach(fact -> lines.add(line(fact)));
        return String.join("\n", lines);
    }

    /** Returns what was seen, and what to do about it. */
    private static String everything(RecordedResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(seen(result));
        if (!result.requirementText().isBlank()) {
            lines.add("requirement: " + result.requirementText());
        }
        if (!result.why().isBlank()) {
            lines.add("why: " + result.why());
        }
        result.mend().hints().forEach((where, hint) -> lines.add(("mend " + where).strip() + ": " + hint));
        return String.join("\n", lines);
    }

    private static String facts(RecordedResult result) {
        return result.facts().stream().map(JunitCase::line).collect(Collectors.joining("\n"));
    }

    /** A line end inside a value would begin what looks like a line of ours. */
    private static String line(Fact fact) {
        return fact.key() + ": " + fact.value().replace("\r", "\\r").replace("\n", "\\n");
    }
}
