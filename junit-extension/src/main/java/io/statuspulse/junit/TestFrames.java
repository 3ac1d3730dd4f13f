package io.statuspulse.junit;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Stack traces of failed tests: how the kit came to its verdict says nothing about the receiver. */
final class TestFrames {
    /** Where tests enter the kit. */
    private static final Set<String> ENTRANCES = Set.of(CurrentTest.class.getName(), ScenarioRun.class.getName());

    private static final List<String> MACHINERY =
            List.of("java.", "jdk.", "org.junit.", ScenarioInvocation.class.getName());

    private TestFrames() {}

    /** Leaves the test's own frames in its stack trace, or the name of its method where there are none. */
    static void leaveIn(Throwable error, ExtensionContext test) {
        StackTraceElement[] all = error.getStackTrace();
        int entrance = 0;
        for (int i = 0; i < all.length; i++) {
            if (ENTRANCES.contains(all[i].getClassName())) {
                entrance = i;
            }
        }
        StackTraceElement[] own = Arrays.stream(all)
                .skip(entrance + 1L)
                .takeWhile(frame -> MACHINERY.stream().noneMatch(frame.getClassName()::startsWith))
                .toArray(StackTraceElement[]::new);
        error.setStackTrace(own.length > 0 ? own : new StackTraceElement[] {methodOf(test)});
    }

    private static StackTraceElement methodOf(ExtensionContext test) {
        return new StackTraceElement(
                test.getRequiredTestClass().getName(),
                test.getRequiredTestMethod().getName(),
                null,
                -1);
    }
}
