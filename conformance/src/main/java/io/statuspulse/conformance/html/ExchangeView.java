package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedExchange;
import io.statuspulse.conformance.recorded.RecordedExchange.Request;
import io.statuspulse.conformance.verdict.Result.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One exchange as it was on the wire, and how many like it followed.
 *
 * @param role its part in the scenario
 * @param came what came of it, in a few words
 * @param edits what was changed in a valid delivery
 * @param steps how it was sent, where that was not in one piece
 * @param sent what was sent
 * @param answer what came back; empty where nothing did
 * @param failure why nothing came back; empty where something did
 * @param timings how long each phase took
 * @param more how many exchanges like it followed
 * @param whole whether there is room for all of that on the page
 */
record ExchangeView(
        String role,
        String came,
        List<Shown> edits,
        Shown steps,
        Message sent,
        Optional<Message> answer,
        Shown failure,
        Shown timings,
        int more,
        boolean whole) {
    /** No view of a whole exchange takes less. */
    static final int MARKUP = 330;

    private static final int BRIEF_MARKUP = 30;
    private static final int EDIT_MARKUP = 15;
    private static final List<String> PHASES = List.of("connect", "tls", "write", "answer", "read");
    private static final String TOTAL = "total";

    /**
     * Head and body.
     *
     * @param label what it is
     * @param head the lines before the body
     * @param body the body
     */
    record Message(String label, Shown head, Body body) {
        int weight() {
            return head.weight() + body.weight();
        }
    }

    /** All of it. */
    static ExchangeView whole(RecordedExchange exchange, int more) {
        return new ExchangeView(
                role(exchange.role()),
                came(exchange),
                edits(exchange),
                Shown.words(steps(exchange.request().steps())),
                sent(exchange.request()),
                exchange.response()
                        .map(response -> new Message(
                                "Answer",
                                Head.of(Integer.toString(response.status()), response.headers()),
                                Body.answered(response.body(), response.bodyTruncated()))),
                Shown.words(exchange.failure().orElse("")),
                Shown.words(timings(exchange)),
                more,
                true);
    }

    /** Nothing but what it was and what came of it. */
    static ExchangeView brief(RecordedExchange exchange, int more) {
        return new ExchangeView(
                role(exchange.role()),
                came(exchange),
                edits(exchange),
                Shown.NOTHING,
                new Message("", Shown.NOTHING, new Body(Shown.NOTHING, "", "")),
                Optional.empty(),
                Shown.NOTHING,
                Shown.NOTHING,
                more,
                false);
    }

    private static String role(Role role) {
        return switch (role) {
            case CONTROL -> "Control: the same delivery without its edit";
            case TRIAL -> "Delivery";
            case ALIVE -> "Afterwards: a valid delivery";
        };
    }

    private static String came(RecordedExchange exchange) {
        return exchange.response()
                .map(response -> "answered " + response.status())
                .orElse("no answer");
    }

    private static List<Shown> edits(RecordedExchange exchange) {
        return exchange.edits().stream().map(Shown::words).toList();
    }

    private static Message sent(Request request) {
        return request.wire()
                .map(wire ->
                        new Message("Sent, byte for byte", Shown.NOTHING, Body.wire(wire, request.wireTruncated())))
                .orElseGet(() -> new Message(
                        "Sent",
                        Head.of(request.line(), request.headers()),
                        Body.sent(request.body(), request.bodyTruncated())));
    }

    /** The same step, or the same two in turn, are said once. */
    private static String steps(List<String> steps) {
        StringBuilder words = new StringBuilder();
        int i = 0;
        while (i < steps.size()) {
            int period = times(steps, i, 1) > 1 ? 1 : times(steps, i, 2) > 1 ? 2 : 1;
            int times = times(steps, i, period);
            words.append(words.length() == 0 ? "" : ", ")
                    .append(times > 1 ? times + " times " : "")
                    .append(String.join(" and ", steps.subList(i, i + period)));
            i += period * times;
        }
        return words.toString();
    }

    private static int times(List<String> steps, int from, int period) {
        int times = 1;
        while (from + (times + 1) * period <= steps.size()
                && steps.subList(from, from + period)
                        .equals(steps.subList(from + times * period, from + (times + 1) * period))) {
            times++;
        }
        return times;
    }

    /** Returns e.g. {@code 92.4 ms: connect 32.2, answer 60.1}, what took no time left out. */
    private static String timings(RecordedExchange exchange) {
        String phases = exchange.timings().entrySet().stream()
                .filter(phase -> !phase.getKey().equals(TOTAL)
                        && tenths(phase.getValue()).signum() > 0)
                .sorted(Comparator.comparingInt((Map.Entry<String, BigDecimal> phase) -> order(phase.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(phase -> phase.getKey() + " " + tenths(phase.getValue()))
                .collect(Collectors.joining(", "));
        return Stream.ofNullable(exchange.timings().get(TOTAL))
                        .map(total -> tenths(total) + " ms" + (phases.isEmpty() ? "" : ": "))
                        .findFirst()
                        .orElse("")
                + phases;
    }

    private static int order(String phase) {
        int known = PHASES.indexOf(phase);
        return known < 0 ? PHASES.size() : known;
    }

    private static BigDecimal tenths(BigDecimal millis) {
        return millis.setScale(1, RoundingMode.HALF_UP);
    }

    /** About how many bytes it makes in the page. */
    int weight() {
        return MARKUP
                + edits.stream().mapToInt(Shown::weight).sum()
                + steps.weight()
                + sent.weight()
                + answer.map(Message::weight).orElse(0)
                + failure.weight();
    }

    /** About how many bytes it makes where it is told on one line. */
    int briefWeight() {
        return BRIEF_MARKUP
                + role.length()
                + came.length()
                + edits.stream().mapToInt(edit -> edit.weight() + EDIT_MARKUP).sum();
    }
}
