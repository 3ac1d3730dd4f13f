package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedExchange;
import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.verdict.Likeness;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The exchanges of a whole report, so that the page stays small: of those that are alike the first is shown, and where
 * there is no room for all, what went wrong comes first, and each scenario has its turn.
 */
final class ExchangeViews {
    /** For scenarios and exchanges together, in bytes; what is beside them takes some 100 kB. */
    private static final int ROOM = 870_000;

    /** However much the scenarios take, what went wrong is shown. */
    private static final int LEAST = 100_000;

    private static final int MOST_IN_SCENARIO = 12;

    /** More of an answer is not compared. */
    private static final int MOST_COMPARED = 500;

    /** Fewer are shown one by one: that a delivery came twice may be the point. */
    private static final int FEWEST_ALIKE = 4;

    private static final Set<Outcome> RIGHT = Set.of(Outcome.PASSED, Outcome.OBSERVED, Outcome.NOT_APPLICABLE);

    /**
     * What may be shown.
     *
     * @param id its scenario
     * @param index its place there
     * @param rank how much it says
     * @param turn how many of that rank its scenario shows before it
     * @param exchange the first of those that are alike
     * @param more how many follow
     */
    private record Candidate(String id, int index, Rank rank, int turn, RecordedExchange exchange, int more) {}

    /** What is shown first. */
    private enum Rank {
        EDITED_WRONG,
        WRONG,
        EDITED_RIGHT,
        RIGHT,
        /** A valid delivery that was accepted where all was well: that it was says enough. */
        NEVER
    }

    private ExchangeViews() {}

    /** Returns them by the ids of their scenarios. */
    static Map<String, List<ExchangeView>> of(RecordedReport report) {
        List<Candidate> candidates = report.results().stream()
                .flatMap(result -> candidates(result).stream())
                .toList();
        Map<String, List<ExchangeView>> views = new HashMap<>();
        int room =
                ROOM - report.results().stream().mapToInt(ScenarioView::weight).sum();
        for (Candidate candidate : candidates) {
            ExchangeView brief = ExchangeView.brief(candidate.exchange, candidate.more);
            views.computeIfAbsent(candidate.id, id -> new ArrayList<>()).add(brief);
            room -= brief.briefWeight();
        }
        room = Math.max(LEAST, room);
        for (Candidate candidate : byImportance(candidates)) {
            if (room < ExchangeView.MARKUP) {
                break;
            }
            ExchangeView whole = ExchangeView.whole(candidate.exchange, candidate.more);
            int weight = whole.weight();
            if (weight <= room) {
                room -= weight;
                Objects.requireNonNull(views.get(candidate.id)).set(candidate.index, whole);
            }
        }
        return views;
    }

    private static List<Candidate> byImportance(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.rank != Rank.NEVER && candidate.turn < MOST_IN_SCENARIO)
                .sorted(Comparator.comparing(Candidate::rank).thenComparing(Candidate::turn))
                .toList();
    }

    private static List<Candidate> candidates(RecordedResult result) {
        List<Candidate> candidates = new ArrayList<>();
        List<RecordedExchange> exchanges = result.exchanges();
        Map<Rank, Integer> turns = new HashMap<>();
        int i = 0;
        while (i < exchanges.size()) {
            int alike = alike(exchanges, i);
            int shown = alike < FEWEST_ALIKE ? 1 : alike;
            Rank rank = rank(result, exchanges.get(i));
            int turn = turns.merge(rank, 1, Integer::sum) - 1;
            candidates.add(
                    new Candidate(result.id(), candidates.size(), rank, turn, exchanges.get(i), /* more= */ shown - 1));
            i += shown;
        }
        return candidates;
    }

    private static int alike(List<RecordedExchange> exchanges, int from) {
        String first = likeness(exchanges.get(from));
        int to = from + 1;
        while (to < exchanges.size() && likeness(exchanges.get(to)).equals(first)) {
            to++;
        }
        return to - from;
    }

    private static String likeness(RecordedExchange exchange) {
        return exchange.role() + "\n" + exchange.edits() + "\n"
                + exchange.request().line() + "\n"
                + exchange.request().steps() + "\n"
                + exchange.response()
                        .map(response -> response.status() + Likeness.of(beginning(response.body())))
                        .orElse("")
                + "\n" + exchange.failure().map(Likeness::of).orElse("");
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), MOST_COMPARED));
    }

    private static Rank rank(RecordedResult result, RecordedExchange exchange) {
        boolean edited = !exchange.edits().isEmpty() && exchange.role() == Role.TRIAL;
        if (!RIGHT.contains(result.outcome())) {
            return edited ? Rank.EDITED_WRONG : Rank.WRONG;
        }
        if (exchange.role() != Role.TRIAL) {
            return Rank.NEVER;
        }
        return edited ? Rank.EDITED_RIGHT : Rank.RIGHT;
    }
}
