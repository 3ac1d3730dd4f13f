package io.statuspulse.conformance.report;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.recorded.SideBySide;
import io.statuspulse.conformance.recorded.SideBySide.Area;
import io.statuspulse.conformance.recorded.SideBySide.Column;
import io.statuspulse.conformance.recorded.SideBySide.Row;
import io.statuspulse.conformance.report.Style.Tone;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.simulator.delivery.Printable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Several runs beside each other, for people at a terminal. */
public final class SideBySideText {
    private static final char NOT_RUN = ' ';
    private static final int LETTER = 3;
    private static final int LONGEST = 70;

    private final SideBySide runs;
    private final Page page;
    private final Style style;

    private SideBySideText(SideBySide runs, Style style) {
        this.runs = runs;
        this.style = style;
        this.page = new Page(style);
    }

    /**
     * Renders, in lines of at most 80 columns, how each run ended, and by area each scenario on which they do not agree, or
     * which went wrong somewhere; how many are left out is said.
     *
     * @param runs at most 20
     * @param color whether to add ANSI colours
     */
    public static String render(SideBySide runs, boolean color) {
        return new SideBySideText(runs, Style.of(color)).render();
    }

    /** Renders how one run ended, in lines of at most 80 columns: its counts, and what went wrong. */
    public static String renderOne(RecordedReport report, boolean color) {
        Page page = new Page(Style.of(color));
        report.diagnosis().forEach(finding -> page.heading(Tone.BAD, "FOUND", finding.finding()));
        report.results().stream()
                .filter(result -> result.isFailure() || result.outcome() == Outcome.INCONCLUSIVE)
                .forEach(result -> page.heading(
                        result.isFailure() ? Tone.BAD : Tone.DOUBTFUL,
                        result.outcome().label().toUpperCase(Locale.ROOT),
                        result.id() + " (" + result.level() + "): " + result.title()));
        page.blank();
        page.text(0, counts(report));
        page.heading(tone(report.conclusion()), report.conclusion() + ":", report.sentence());
        return page.toString();
    }

    private String render() {
        char letter = 'A';
        for (Column column : runs.columns()) {
            page.heading(
                    tone(column.report().conclusion()),
                    letter + " " + column.report().conclusion(),
                    column.name());
            page.text(2, counts(column.report()));
            letter++;
        }
        runs.remarks().forEach(remark -> {
            page.blank();
            page.heading(Tone.DOUBTFUL, "NOTE:", remark);
        });
        runs.areas().forEach(this::area);
        legend();
        return page.toString();
    }

    private void area(Area area) {
        List<Row> told = area.rows().stream().filter(SideBySideText::isTold).toList();
        if (told.isEmpty()) {
            return;
        }
        page.blank();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < runs.columns().size(); i++) {
            letters.append(" ".repeat(LETTER - 1)).append((char) ('A' + i));
        }
        String name = shortened(area.name());
        page.columns(style.apply(Tone.STRONG, name), name.length(), letters.toString());
        for (Row row : told) {
            String id = "  " + shortened(row.id());
            page.columns(id, id.length(), row.cells().stream().map(this::cell).collect(Collectors.joining()));
        }
        int others = area.rows().size() - told.size();
        if (others > 0) {
            page.text(2, "and " + Words.scenarios(others) + " with nothing wrong, alike in all");
        }
    }

    private static String shortened(String id) {
        return id.length() > LONGEST ? id.substring(0, LONGEST) + "..." : id;
    }

    private static boolean isTold(Row row) {
        return row.differs()
                || row.cells().stream()
                        .flatMap(Optional::stream)
                        .anyMatch(result -> result.isFailure()
                                || result.outcome() == Outcome.WARNED
                                || result.outcome() == Outcome.INCONCLUSIVE);
    }

    private String cell(Optional<RecordedResult> result) {
        String sign = Character.toString(result.map(one -> sign(one.outcome())).orElse(NOT_RUN));
        return " ".repeat(LETTER - 1)
                + result.map(one -> coloured(one.outcome(), sign)).orElse(sign);
    }

    private String coloured(Outcome outcome, String sign) {
        return switch (outcome) {
            case FAILED, STALE_WAIVER -> style.apply(Tone.BAD, sign);
            case WARNED, INCONCLUSIVE -> style.apply(Tone.DOUBTFUL, sign);
            case PASSED -> style.apply(Tone.GOOD, sign);
            case NOT_APPLICABLE, OBSERVED, WAIVED -> sign;
        };
    }

    private static char sign(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> '+';
            case FAILED -> 'F';
            case STALE_WAIVER -> 'S';
            case WARNED -> 'W';
            case INCONCLUSIVE -> '?';
            case WAIVED -> 'K';
            case OBSERVED -> 'o';
            case NOT_APPLICABLE -> '-';
        };
    }

    private void legend() {
        page.blank();
        int differences = runs.differences();
        page.text(
                0,
                Words.scenarios(runs.size())
                        + (runs.columns().size() == 1
                                ? "."
                                : differences == 0
                                        ? ", and no difference."
                                        : ", and the runs differ on " + differences + "."));
        TreeSet<Outcome> there = new TreeSet<>();
        runs.columns().forEach(column -> column.report().results().forEach(result -> there.add(result.outcome())));
        page.text(
                0,
                there.stream()
                                .map(outcome -> sign(outcome) + " " + word(outcome))
                                .collect(Collectors.joining(", "))
                        + ", blank where it was not run");
    }

    private static String word(Outcome outcome) {
        return outcome == Outcome.WAIVED
                ? "waived (known to fail)"
                : outcome.label().replace('-', ' ');
    }

    private static String counts(RecordedReport report) {
        String counts = Arrays.stream(Outcome.values())
                .filter(outcome -> report.count(outcome) > 0)
                .map(outcome -> report.count(outcome) + " " + outcome.label().replace('-', ' '))
                .collect(Collectors.joining(", "));
        return Words.scenarios(report.results().size()) + (counts.isEmpty() ? "" : ": " + counts) + " (profile "
                + report.profile()
                + report.shard().map(shard -> ", shard " + shard.label()).orElse("") + ", seed " + report.seed()
                + ", kit " + Printable.decoded(report.kit().version()) + ")";
    }

    private static Tone tone(Conclusion conclusion) {
        return switch (conclusion) {
            case PASSED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case INCOMPLETE -> Tone.DOUBTFUL;
        };
    }
}
