package io.statuspulse.junit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What is going to run, as far as JUnit's launcher tells; knows nothing of the launcher's own types. */
final class PlannedTests {
    private static final Map<Object, Supplier<List<Planned>>> PLANS = new ConcurrentHashMap<>();
    private static volatile boolean singleInvocations;

    private PlannedTests() {}

    /**
     * Something that was selected.
     *
     * @param id the unique id of a test, or of what holds tests
     * @param parentId the unique id of what holds it
     * @param method its method
     */
    record Planned(String id, String parentId, String method) {}

    /** Notes whether single invocations of templates were selected, so that no plan says which. */
    static void discovered(boolean single) {
        singleInvocations = single;
    }

    static void started(Object plan, Supplier<List<Planned>> tests) {
        PLANS.put(plan, tests);
    }

    static void finished(Object plan) {
        PLANS.remove(plan);
    }

    /** Returns the methods that were selected of the class with that unique id; empty where that is not known. */
    static List<String> methodsOf(String classId) {
        return PLANS.values().stream()
                .flatMap(tests -> tests.get().stream())
                .filter(test -> test.parentId().equals(classId))
                .map(Planned::method)
                .distinct()
                .toList();
    }

    /** Returns whether every invocation of the template with that unique id was selected, as far as is known. */
    static boolean runsWholeTemplate(String templateId) {
        return !singleInvocations
                && PLANS.values().stream()
                        .flatMap(tests -> tests.get().stream())
                        .anyMatch(test -> test.id().equals(templateId));
    }
}
