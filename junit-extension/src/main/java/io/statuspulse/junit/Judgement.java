package io.statuspulse.junit;

import io.statuspulse.conformance.report.Transcript;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** How a test ends, by the outcome of its scenario. */
final class Judgement {
    private final Result result;
    private final LiveSession session;

    private Judgement(Result result, LiveSession session) {
        this.result = result;
        this.session = session;
    }

    static Judgement of(Result result, LiveSession session) {
        return new Judgement(result, session);
    }

    /** Returns where the scenario passed, and throws otherwise. */
    void conclude(ExtensionContext test) {
        switch (result.outcome()) {
            case PASSED, OBSERVED -> passed(test);
            case FAILED -> throw failure(test, FailureMessage.of(result, inFailure()));
            case STALE_WAIVER -> throw failure(test, FailureMessage.staleWaiver(result, inFailure()));
            case INCONCLUSIVE -> throw inconclusive(test, explanation());
            case WARNED, WAIVED -> throw aborted(test, FailureMessage.of(result, List.of()));
            case NOT_APPLICABLE -> throw aborted(test, FailureMessage.notApplicable(result));
        }
    }

    private void passed(ExtensionContext test) {
        if (isAboutEffects() && session.isBlind() && saysEffectsAreUnseen()) {
            throw inconclusive(
                    test,
                    "The effect probe that the receiver under test names shows nothing even of a plain valid delivery,"
                            + " so \"processed once\" was not seen. Let it count by event_id, or leave it out.");
        }
        result.facts().stream()
                .filter(fact -> isAboutEffects() || !fact.key().equals(Fact.EFFECTS))
                .filter(fact -> !fact.value().isBlank())
                .forEach(fact -> test.publishReportEntry(fact.key(), FailureMessage.shown(result, fact.value())));
    }

    private boolean saysEffectsAreUnseen() {
        return result.facts().stream().anyMatch(fact -> fact.key().equals(Fact.EFFECTS));
    }

    private boolean isAboutEffects() {
        return result.scenario().has(Tag.EFFECTS);
    }

    /** Where nobody is there, the reason says it all. */
    private String explanation() {
        return session.unreachable().isPresent() ? "" : session.explanation(result);
    }

    /** What is said once of a class: where its report is, and what the receiver printed before it stopped answering. */
    private List<Fact> inFailure() {
        List<Fact> facts = new ArrayList<>();
        session.lastWords().ifPresent(log -> facts.add(new Fact("printed", log)));
        session.announcedReport().ifPresent(file -> facts.add(new Fact("report", file.toString())));
        return facts;
    }

    private AssertionFailedError inconclusive(ExtensionContext test, String explanation) {
        return failure(test, FailureMessage.inconclusive(result, explanation, inFailure()));
    }

    private AssertionFailedError failure(ExtensionContext test, String message) {
        String expected = values("expected");
        AssertionFailedError error = expected.isEmpty()
                ? new AssertionFailedError(message)
                : new AssertionFailedError(message, expected, values("actual"));
        return finished(test, error);
    }

    private TestAbortedException aborted(ExtensionContext test, String message) {
        return finished(test, new TestAbortedException(message));
    }

    private <T extends Throwable> T finished(ExtensionContext test, T error) {
        TestFrames.leaveIn(error, test);
        boolean wrong = EnumSet.of(Outcome.FAILED, Outcome.WARNED, Outcome.INCONCLUSIVE, Outcome.WAIVED)
                .contains(result.outcome());
        if (wrong && !result.sent().isEmpty()) {
            try {
                Attachments.attach(test, result.scenario().id().replace('/', '-') + ".txt", Transcript.of(result));
            } catch (RuntimeException e) {
                error.addSuppressed(e); // What was found matters more than where it could not be written.
            }
        }
        return error;
    }

    private String values(String key) {
        String values = result.facts().stream()
                .filter(fact -> fact.key().equals(key))
                .map(Fact::value)
                .distinct()
                .collect(Collectors.joining("; "));
        return FailureMessage.shown(result, values);
    }
}
