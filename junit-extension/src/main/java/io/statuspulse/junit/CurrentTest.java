package io.statuspulse.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/** The test that runs in this thread: what the generated methods call. */
final class CurrentTest {

    /** Inherited, since a test with a preemptive timeout runs in a thread that its own one starts. */
    private static final ThreadLocal<ExtensionContext> CONTEXT = new InheritableThreadLocal<>();

    private CurrentTest() {}

    static void enter(ExtensionContext context) {
        CONTEXT.set(context);
    }

    static void leave() {
        CONTEXT.remove();
    }

    /**
     * Runs a scenario against the receiver of the current test, and ends as its outcome says.
     *
     * @throws AssertionError if the scenario failed or was inconclusive
     * @throws org.opentest4j.TestAbortedException if it is not applicable, or no more than a warning
     * @throws IllegalStateException if no test runs
     */
    static void check(String scenarioId) {
        ExtensionContext test = CONTEXT.get();
        if (test == null) {
            throw new IllegalStateException(
                    "scenario " + scenarioId + " was called outside a test: its method runs only"
                            + " as a test of JUnit Jupiter, in the thread of that test");
        }
        LiveSession session = LiveSession.of(ReceiverRegistry.find(test));
        ExtensionContext testClass = ReceiverRegistry.classContext(test);
        ScenarioBatch batch =
                ScenarioBatch.of(testClass, session, () -> ScenarioMethods.selected(testClass, session.tolerance()));
        Judgement.of(batch.result(scenarioId), session).conclude(test);
    }
}
