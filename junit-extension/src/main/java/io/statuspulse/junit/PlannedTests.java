package io.statuspulse.junit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What is going to run, as far as JUnit's launcher tells; knows nothing of the launcher's own types. */
final class PlannedTests {
    private static final Map<Object, Supplier<List<Planned>>> PLANS = new ConcurrentHashMap<>();

    private PlannedTests() {}

    /** A test method that was selected. */
    record Planned(String classId, String method) {}

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
                .filter(test -> test.classId().equals(classId))
                .map(Planned::method)
                .distinct()
                .toList();
    }
}
