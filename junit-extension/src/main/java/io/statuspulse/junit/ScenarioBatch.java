package io.statuspulse.junit;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The scenarios of one class, or of one {@link ConformanceTest} method: the first of them to run sends all that were
 * selected side by side, since one by one each would wait for its effects to settle. Where nothing is known of the
 * selection each is sent by its own test.
 */
final class ScenarioBatch {
    private final LiveSession session;
    private final Contents contents;
    private final Map<String, Result> waiting = new ConcurrentHashMap<>();
    private boolean sent;

    private ScenarioBatch(LiveSession session, Contents contents) {
        this.session = session;
        this.contents = contents;
    }

    /**
     * What can be asked for.
     *
     * @param known each that may be
     * @param together those that surely will be; empty where that is not known
     */
    record Contents(List<Scenario> known, List<Scenario> together) {}

    /** Returns the batch of that class or template, made by the first test that asks. */
    static ScenarioBatch of(ExtensionContext container, LiveSession session, Supplier<Contents> contents) {
        return container
                .getStore(ReceiverRegistry.NAMESPACE)
                .getOrComputeIfAbsent(
                        // Named after its owner, for a nested class would find the one of the class around it.
                        "batch of " + container.getUniqueId(),
                        key -> begin(container.getRequiredTestClass(), session, contents.get()),
                        ScenarioBatch.class);
    }

    private static ScenarioBatch begin(Class<?> testClass, LiveSession session, Contents contents) {
        session.expect(testClass, contents.known());
        return new ScenarioBatch(session, contents);
    }

    /** Returns the scenario's result; one that was asked for before is run anew. */
    Result result(String scenarioId) {
        Scenario scenario = contents.known().stream()
                .filter(s -> s.id().equals(scenarioId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the suite on the class path has no scenario "
                        + scenarioId
                        + ": use the same version of statuspulse-webhook-junit and statuspulse-webhook-conformance"));
        sendTogether(scenario);
        return Optional.ofNullable(waiting.remove(scenarioId)).orElseGet(() -> session.run(scenario));
    }

    private synchronized void sendTogether(Scenario first) {
        if (sent) {
            return;
        }
        sent = true;
        List<Scenario> selected = contents.together();
        if (selected.size() > 1 && selected.contains(first)) {
            session.runAll(selected)
                    .forEach(result -> waiting.put(result.scenario().id(), result));
        }
    }
}
