package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.conformance.verifier.Answer.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a verifier's answer says of it.
 *
 * <p>As with receivers, a rejection proves something only beside its control: the same body, signed rightly, must be accepted.
 * To break down is never a rejection.
 */
final class VectorJudge {
    private static final int MOST_ERRORS = 5;

    private final boolean strict;

    VectorJudge(boolean strict) {
        this.strict = strict;
    }

    /**
     * Judges one vector.
     *
     * @param reply what came of asking about it
     * @param control what came of asking about its control; of what must be accepted, the same
     */
    Result judge(Vector vector, Scenario scenario, Reply reply, Reply control) {
        Verdict verdict = verdict(vector, reply, control);
        return new Result(scenario, verdict, Outcome.of(scenario, verdict, strict), List.of(), Duration.ZERO);
    }

    private static Verdict verdict(Vector vector, Reply reply, Reply control) {
        if (reply instanceof Reply.NotAsked not) {
            return new Verdict.Inconclusive(not.reason(), facts(vector));
        }
        if (reply instanceof Reply.NoAnswer none) {
            return failed(vector, none.how(), List.of(new Fact("stderr", end(none.errors()))));
        }
        Reply.Answered answered = (Reply.Answered) reply;
        if (isWrong(vector, answered.said())) {
            return uncontrolled(vector, answered.said(), control)
                    ? unproven(vector, control)
                    : failed(
                            vector,
                            answered.said().label(),
                            List.of(new Fact("message", AnswerLine.shown(answered.message()))));
        }
        return uncontrolled(vector, answered.said(), control) ? unproven(vector, control) : passed(vector, answered);
    }

    private static boolean isWrong(Vector vector, Said said) {
        return switch (vector.result()) {
            case VALID -> said != Said.ACCEPT;
            case INVALID -> said != Said.REJECT;
            case ACCEPTABLE -> said == Said.ERROR;
        };
    }

    /** What is accepted is accepted whatever becomes of the control, and what must be accepted is its own. */
    private static boolean uncontrolled(Vector vector, Said said, Reply control) {
        return vector.result() != Vector.Result.VALID && said != Said.ACCEPT && !isAccepted(control);
    }

    private static boolean isAccepted(Reply control) {
        return control instanceof Reply.Answered answered && answered.said() == Said.ACCEPT;
    }

    private static Verdict unproven(Vector vector, Reply control) {
        return new Verdict.Inconclusive(
                "the control, the same body signed rightly, was not accepted: " + words(control), facts(vector));
    }

    private static String words(Reply reply) {
        if (reply instanceof Reply.Answered answered) {
            return answered.said().label();
        }
        return reply instanceof Reply.NoAnswer none ? none.how() : ((Reply.NotAsked) reply).reason();
    }

    private static Verdict failed(Vector vector, String actual, List<Fact> more) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "expected",
                switch (vector.result()) {
                    case VALID -> "accept";
                    case INVALID -> "reject";
                    case ACCEPTABLE -> "accept or reject";
                }));
        facts.add(new Fact("actual", actual));
        more.stream().filter(fact -> !fact.value().isEmpty()).forEach(facts::add);
        facts.addAll(facts(vector));
        return new Verdict.Failed(facts, false);
    }

    private static Verdict passed(Vector vector, Reply.Answered answered) {
        List<Fact> facts = new ArrayList<>();
        if (vector.result() == Vector.Result.ACCEPTABLE) {
            facts.add(new Fact(
                    Fact.POLICY, vector.flag().name() + ": " + answered.said().label() + "ed"));
        }
        facts.addAll(facts(vector));
        return new Verdict.Passed(facts);
    }

    private static List<Fact> facts(Vector vector) {
        return List.of(
                new Fact("flags", vector.flags().stream().map(VectorFlag::name).collect(Collectors.joining(", "))));
    }

    private static String end(String errors) {
        List<String> lines = errors.lines().filter(line -> !line.isBlank()).toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - MOST_ERRORS), lines.size()));
    }
}
