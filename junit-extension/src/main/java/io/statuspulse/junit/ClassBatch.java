package io.statuspulse.junit;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The scenarios of one test class that were selected: the first of them to run sends them all side by side, since one
 * by one each would wait for its effects to settle. Where nothing is known of the selection each is sent by its own test.
 */
final class ClassBatch {
    private final ExtensionContext classContext;
    private final LiveSession session;
    private final Map<String, Result> waiting = new ConcurrentHashMap<>();
    private boolean sent;

    private ClassBatch(ExtensionContext classContext, LiveSession session) {
        this.classContext = classContext;
        this.session = session;
    }

    static ClassBatch of(ExtensionContext classContext, LiveSession session) {
        return classContext
                .getStore(ReceiverRegistry.NAMESPACE)
                .getOrComputeIfAbsent(
                        // Named after the class, for a nested class would find the one of the class around it.
                        "batch of " + classContext.getUniqueId(),
                        key -> new ClassBatch(classContext, session),
                        ClassBatch.class);
    }

    /** Returns the scenario's result; one that was asked for before is run anew. */
    Result result(Scenario scenario) {
        sendAll(scenario);
        return Optional.ofNullable(waiting.remove(scenario.id())).orElseGet(() -> session.run(scenario));
    }

    private synchronized void sendAll(Scenario first) {
        if (sent) {
            return;
        }
        sent = true;
        Class<?> testClass = classContext.getRequiredTestClass();
        List<String> methods = PlannedTests.methodsOf(classContext.getUniqueId()).stream()
                .filter(method -> TestClasses.isScenario(testClass, method))
                .toList();
        List<Scenario> selected = session.scenariosOf(methods);
        if (selected.size() > 1 && selected.contains(first)) {
            session.runAll(selected)
                    .forEach(result -> waiting.put(result.scenario().id(), result));
        }
    }
}
