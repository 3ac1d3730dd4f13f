package io.statuspulse.conformance.report;

import io.statuspulse.conformance.recorded.Change;
import io.statuspulse.conformance.recorded.Change.Kind;
import io.statuspulse.conformance.recorded.Comparison;
import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.report.Style.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Two runs compared, for people at a terminal. */
public final class ComparisonText {
    private final Comparison comparison;
    private final Page page;

    private ComparisonText(Comparison comparison, Style style) {
        this.comparison = comparison;
        this.page = new Page(style);
    }

    /**
     * Renders what changed in lines of at most 80 columns, the worst first; nothing at all where nothing did.
     *
     * @param color whether to add ANSI colours
     */
    public static String render(Comparison comparison, boolean color) {
        return comparison.differs() ? new ComparisonText(comparison, Style.of(color)).render() : "";
    }

    /**
     * Renders the same after a run that was compared with an earlier one: also what did not change, and that nothing did.
     *
     * @param color whether to add ANSI colours
     */
    public static String renderAfterRun(Comparison comparison, boolean color) {
        ComparisonText text = new ComparisonText(comparison, Style.of(color));
        text.page.heading(
                Tone.STRONG,
                "COMPARED",
                "with the run of " + comparison.before().startedAt() + ":");
        return "\n" + text.render();
    }

    private String render() {
        differences();
        for (Kind kind : Kind.values()) {
            List<Change> changes = comparison.of(kind);
            if (!changes.isEmpty()) {
                page.blank();
                page.heading(tone(kind), label(kind), Words.scenarios(changes.size()));
                changes.forEach(change -> change(kind, change));
            }
        }
        page.blank();
        int worse = comparison.regressions().size();
        page.heading(
                worse > 0 ? Tone.BAD : Tone.GOOD,
                worse > 0 ? "WORSE:" : "NOT WORSE:",
                (comparison.changes().isEmpty() ? "nothing changed" : counts()) + " (compared with the run of "
                        + comparison.before().startedAt() + ").");
        return page.toString();
    }

    /** What else is not the same, and may be why verdicts are not. */
    private void differences() {
        RecordedReport before = comparison.before();
        RecordedReport after = comparison.after();
        difference("target", before.target(), after.target());
        difference("kit", before.kit().version(), after.kit().version());
        difference("profile", before.profile(), after.profile());
        difference("effects", before.effects(), after.effects());
    }

    private void difference(String what, String then, String now) {
        if (!then.equals(now)) {
            page.entry(0, what, then + ", now " + now);
        }
    }

    private void change(Kind kind, Change change) {
        RecordedResult latest = change.latest();
        page.text(2, latest.id() + " (" + latest.level() + "): " + verdicts(change));
        if (kind == Kind.NEWLY_FAILING || kind == Kind.NEWLY_INCONCLUSIVE) {
            page.text(4, latest.title());
            latest.facts().stream()
                    .filter(fact ->
                            List.of("reason", "edit", "actual", "effect").contains(fact.key()))
                    .limit(4)
                    .forEach(fact -> page.entry(4, fact.key(), fact.value()));
        }
    }

    private static String verdicts(Change change) {
        Optional<String> then = change.before().map(r -> r.outcome().label());
        Optional<String> now = change.after().map(r -> r.outcome().label());
        if (then.isEmpty() || now.isEmpty() || then.equals(now)) {
            return now.or(() -> then).orElseThrow();
        }
        return then.get() + ", now " + now.get();
    }

    private String counts() {
        return Arrays.stream(Kind.values())
                .filter(kind -> !comparison.of(kind).isEmpty())
                .map(kind -> comparison.of(kind).size() + " " + words(kind))
                .collect(Collectors.joining(", "));
    }

    private static String label(Kind kind) {
        return kind == Kind.OTHERWISE ? "CHANGED" : kind.name().replace('_', ' ');
    }

    private static String words(Kind kind) {
        return label(kind).toLowerCase(Locale.ROOT);
    }

    private static Tone tone(Kind kind) {
        return switch (kind) {
            case NEWLY_FAILING, STILL_FAILING -> Tone.BAD;
            case NEWLY_INCONCLUSIVE -> Tone.DOUBTFUL;
            case NEWLY_PASSING -> Tone.GOOD;
            case OTHERWISE, NO_LONGER_FAILING, ADDED, NO_LONGER_RUN -> Tone.STRONG;
        };
    }
}
