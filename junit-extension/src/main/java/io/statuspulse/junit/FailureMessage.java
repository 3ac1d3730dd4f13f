package io.statuspulse.junit;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One result in words, as the command prints it: what holds, what was expected, what came, and how to mend it. */
final class FailureMessage {
    private static final String INDENT = "  ";
    private static final int KEY_WIDTH = 13;

    /** What people read in place of the keys of facts. */
    private static final Map<String, String> LABELS = Map.of(
            Fact.WAIVER,
            "waived",
            Fact.WAIVER_ENTRY,
            "entry",
            Fact.WAIVER_LINK,
            "link",
            Fact.WAIVER_EXPIRES,
            "until",
            Fact.WAIVER_OVER,
            "stale");

    private FailureMessage() {}

    /** The message of a scenario that is known to fail and does not, or not any more. */
    static String staleWaiver(Result result, List<Fact> more) {
        List<Fact> facts = new ArrayList<>(result.facts());
        facts.addAll(more);
        return lines(result, facts);
    }

    /** The message of a scenario that failed, or that is a warning. */
    static String of(Result result, List<Fact> more) {
        Scenario scenario = result.scenario();
        List<Fact> facts = new ArrayList<>(result.facts());
        facts.add(new Fact("requirement", scenario.requirement().words()));
        facts.add(new Fact("why", scenario.why()));
        facts.add(new Fact(
                scenario.mend().sameEverywhere() ? "mend" : "mend (Java)",
                scenario.mend().java()));
        facts.add(new Fact("explain", "statuspulse explain " + scenario.id()));
        facts.addAll(more);
        return lines(result, facts);
    }

    /** The message of a scenario that proves nothing. */
    static String inconclusive(Result result, String explanation, List<Fact> more) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("reason", result.reason()));
        facts.addAll(result.facts());
        facts.add(new Fact("explanation", explanation));
        facts.addAll(more);
        return lines(result, facts);
    }

    static String notApplicable(Result result) {
        return lines(result, List.of(new Fact("reason", result.reason())));
    }

    private static String head(Result result) {
        Scenario scenario = result.scenario();
        return result.outcome().label().toUpperCase(Locale.ROOT) + " " + scenario.id() + " (" + scenario.level() + ", "
                + scenario.requirement().id() + "): " + scenario.title();
    }

    private static String lines(Result result, List<Fact> facts) {
        String text = facts.stream()
                .filter(fact -> !fact.value().isBlank())
                .map(FailureMessage::line)
                .collect(Collectors.joining("\n", head(result) + "\n", ""));
        return shown(result, text);
    }

    /** Returns {@code text} without what is confidential: a receiver can echo a secret anywhere. */
    static String shown(Result result, String text) {
        return result.sent().stream()
                .map(sent -> sent.exchange().delivery().redaction())
                .distinct()
                .reduce(text, (safe, redaction) -> redaction.apply(safe), (first, second) -> second);
    }

    private static String line(Fact fact) {
        String label = LABELS.getOrDefault(fact.key(), fact.key());
        String key = label + " ".repeat(Math.max(1, KEY_WIDTH - label.length()));
        return INDENT + key + fact.value().replace("\n", "\n" + INDENT + " ".repeat(KEY_WIDTH));
    }
}
