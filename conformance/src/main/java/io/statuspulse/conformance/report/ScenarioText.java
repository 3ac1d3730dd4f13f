package io.statuspulse.conformance.report;

import io.statuspulse.conformance.report.Style.Tone;
import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Procedure;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Manner;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.scenario.Trial;
import io.statuspulse.simulator.delivery.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything about one scenario, for people at a terminal. */
public final class ScenarioText {
    /** What counts as a rejection unless the user says otherwise. */
    private static final Set<Integer> REJECTIONS = Set.of(400, 401, 403);

    private ScenarioText() {}

    /**
     * Renders the scenario in lines of at most 80 columns.
     *
     * @param color whether to add ANSI colours
     */
    public static String render(Scenario scenario, boolean color) {
        Page page = new Page(Style.of(color));
        page.heading(Tone.STRONG, scenario.id(), "");
        page.text(2, scenario.title());
        page.blank();
        page.entry(0, "level", scenario.level().name());
        page.entry(
                0,
                "requirement",
                scenario.requirement().id() + ": " + scenario.requirement().words());
        boolean isVector = scenario.trials().isEmpty();
        if (isVector) {
            page.entry(0, "expected", of(scenario.expect()));
        } else {
            page.entry(0, "since", "suite " + scenario.since());
            page.entry(0, "expected", scenario.expect().words(rejections(scenario)));
        }
        for (int i = 0; i < scenario.trials().size(); i++) {
            trial(
                    page,
                    scenario.trials().size() == 1 ? "sent" : "sent [" + (i + 1) + "]",
                    scenario.trials().get(i));
        }
        if (!scenario.why().isBlank()) {
            page.entry(0, "why", scenario.why());
        }
        String label = "mend";
        for (String hint : Words.hints(scenario.mend())) {
            page.entry(0, label, hint);
            label = "";
        }
        if (!scenario.references().isEmpty()) {
            page.entry(0, "references", String.join(", ", scenario.references()));
        }
        if (!scenario.tags().isEmpty()) {
            page.entry(
                    0, "tags", scenario.tags().stream().sorted().map(Tag::label).collect(Collectors.joining(", ")));
        }
        String command = isVector ? "statuspulse verifier --command COMMAND" : "statuspulse test URL";
        List<String> again = new ArrayList<>(List.of(command, "--select " + scenario.id()));
        if (isVector) {
            page.command(0, "asked", List.of("statuspulse verifier --select " + scenario.id(), "--print-requests"));
        }
        if (scenario.isOwn()) {
            again.add(1, "--scenarios JAR");
        }
        page.command(0, "run it", again);
        return page.toString();
    }

    /** What a verifier is to say of a vector, which nothing is sent for. */
    private static String of(Expect expect) {
        return switch (expect) {
            case ACCEPT -> "accept";
            case REJECT -> "reject";
            default -> "accept or reject";
        };
    }

    private static String rejections(Scenario scenario) {
        Set<Integer> all = new TreeSet<>(REJECTIONS);
        all.addAll(scenario.alsoRejected());
        return all.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static void trial(Page page, String label, Trial trial) {
        String effects = switch (trial.effects()) {
            case ANY -> "";
            case NONE -> "nothing of it is processed";
            case NONE_UNLESS_ACCEPTED -> "nothing of it is processed, unless it was answered 2xx";
            case ONCE, TAKEN -> "each event is processed exactly once";
        };
        String next = label;
        if (trial instanceof Procedure procedure) {
            page.entry(0, next, procedure.words());
            next = "";
        }
        for (Step step : trial.steps()) {
            page.entry(0, next, step(step));
            next = "";
        }
        if (!effects.isEmpty()) {
            page.entry(0, "", "effect: " + effects);
        }
    }

    private static String step(Step step) {
        StringBuilder words = new StringBuilder(Words.of(step.plan().base()));
        words.append(step.event() == 0 ? "" : " (event " + (step.event() + 1) + ")");
        if (step.copies() > 1) {
            words.append(", ").append(step.copies()).append(" copies at the same moment");
            words.append(step.is(Manner.DISTINCT_EVENTS) ? ", each with an event of its own" : "");
        }
        words.append(edits(", prepared with ", step.plan().setup()));
        words.append(edits(", with ", step.plan().faults()));
        words.append(step.is(Manner.SAME_BYTES) ? ", the same bytes once more" : "");
        words.append(step.is(Manner.SAME_CONNECTION) ? ", on the same connection" : "");
        words.append(step.after().isZero() ? "" : ", " + step.after().toSeconds() + " s later");
        return words + ": " + answer(step.answer()) + (step.is(Manner.PRECONDITION) ? ", or nothing is proved" : "");
    }

    private static String edits(String before, List<Edit> edits) {
        return edits.isEmpty() ? "" : edits.stream().map(Edit::print).collect(Collectors.joining(", ", before, ""));
    }

    private static String answer(Step.Answer answer) {
        return switch (answer) {
            case ACCEPTED -> "2xx";
            case ACCEPTED_OR_LISTED -> "2xx, or a status that says that it is too large";
            case REJECTED -> "a rejection";
            case REJECTED_OR_CLOSED -> "a rejection, or 2xx and the connection closed";
            case NOT_ACCEPTED -> "neither a 2xx nor a 5xx";
            case REFUSED -> "4xx (2xx is tolerated)";
            case ANY -> "any answer but a 5xx";
            case ANY_WITHOUT_CORS -> "any answer but a 5xx, with no Access-Control-Allow-Origin";
            case NONE -> "whatever comes, or nothing";
        };
    }
}
