package io.statuspulse.junit;

import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result;
import java.util.Arrays;
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
            case PASSED, OBSERVED, WAIVED -> passed(test);
            case FAILED, STALE_WAIVER -> throw failure(FailureMessage.of(result));
            case INCONCLUSIVE -> throw failure(FailureMessage.inconclusive(result, explanation()));
            case WARNED -> throw aborted(FailureMessage.of(result));
            case NOT_APPLICABLE -> throw aborted(FailureMessage.notApplicable(result));
        }
    }

    private void passed(ExtensionContext test) {
        if (isAboutEffects() && session.isBlind() && saysEffectsAreUnseen()) {
            throw failure(FailureMessage.inconclusive(
                    result,
                    "The effect probe that the receiver under test names shows nothing even of a plain valid delivery,"
                            + " so \"processed once\" was not seen. Let it count by event_id, or leave it out."));
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

    private AssertionFailedError failure(String message) {
        String expected = values("expected");
        AssertionFailedError error = expected.isEmpty()
                ? new AssertionFailedError(message)
                : new AssertionFailedError(message, expected, values("actual"));
        return trimmed(error);
    }

    private static TestAbortedException aborted(String message) {
        return trimmed(new TestAbortedException(message));
    }

    private String values(String key) {
        String values = result.facts().stream()
                .filter(fact -> fact.key().equals(key))
                .map(Fact::value)
                .distinct()
                .collect(Collectors.joining("; "));
        return FailureMessage.shown(result, values);
    }

    /** Leaves the test's own frames: how the kit came to its verdict says nothing about the receiver. */
    private static <T extends Throwable> T trimmed(T error) {
        List<StackTraceElement> frames = Arrays.stream(error.getStackTrace())
                .dropWhile(frame -> !isTestMethod(frame))
                .takeWhile(frame -> !isMachinery(frame))
                .toList();
        error.setStackTrace(frames.toArray(StackTraceElement[]::new));
        return error;
    }

    private static boolean isTestMethod(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith(Judgement.class.getPackageName() + ".") && name.endsWith("Conformance");
    }

    private static boolean isMachinery(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("org.junit.");
    }
}
