package io.statuspulse.junit;

import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** One session with one receiver, for as long as the test class that named it runs. */
@SuppressWarnings("deprecation") // JUnit up to 5.12 closes CloseableResource only, later ones AutoCloseable too.
final class LiveSession implements AutoCloseable, CloseableResource {
    private final Class<?> testClass;
    private final ExtensionContext owner;
    private @Nullable Session session;
    private @Nullable RuntimeException refused;
    private List<Scenario> suite = List.of();
    private boolean asksForEffects;

    private LiveSession(ExtensionContext owner) {
        this.owner = owner;
        this.testClass = owner.getRequiredTestClass();
    }

    /**
     * Returns the session of the class that named the receiver, opened by the first test that asks.
     *
     * @throws ExtensionConfigurationException if it cannot be opened, to every test that asks
     */
    static LiveSession of(ReceiverRegistry.Named named) {
        ExtensionContext owner = named.owner();
        LiveSession session = owner.getStore(ReceiverRegistry.NAMESPACE)
                .getOrComputeIfAbsent(
                        "session of " + owner.getUniqueId(), key -> new LiveSession(owner), LiveSession.class);
        session.open(named.receiver());
        return session;
    }

    private synchronized void open(Supplier<@Nullable ReceiverUnderTest> receiver) {
        if (session == null && refused == null) {
            try {
                open(receiver.get());
            } catch (RuntimeException e) {
                refused = e;
            }
        }
        if (refused != null) {
            throw new ExtensionConfigurationException(
                    "the receiver of " + testClass.getName() + " cannot be tested: " + refused.getMessage(), refused);
        }
    }

    private void open(@Nullable ReceiverUnderTest receiver) {
        if (receiver == null) {
            throw new ExtensionConfigurationException(Advice.nullReceiver(testClass));
        }
        RunSettings settings = receiver.settings();
        asksForEffects = settings.effects().isPresent();
        suite = Suite.scenarios(settings.tolerance());
        session = Session.open(settings);
        if (!session.observesEffects() && session.unreachable().isEmpty()) {
            owner.publishReportEntry(
                    Fact.EFFECTS,
                    asksForEffects
                            ? "not observed: the probe shows nothing even of a plain valid delivery"
                            : "not observed: the receiver under test has no effects(…)");
        }
    }

    Scenario scenario(String id) {
        return suite.stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the suite on the class path has no scenario " + id
                        + ": use the same version of statuspulse-webhook-junit and statuspulse-webhook-conformance"));
    }

    List<Scenario> scenariosOf(List<String> methodNames) {
        Set<String> names = Set.copyOf(methodNames);
        return suite.stream()
                .filter(s -> names.contains(s.id().replaceAll("[^a-z0-9]", "_")))
                .toList();
    }

    /** Why nothing can be said of the receiver; empty while it answers. */
    Optional<String> unreachable() {
        return opened().unreachable();
    }

    /** Whether effects were to be seen and are not. */
    synchronized boolean isBlind() {
        return asksForEffects && !opened().observesEffects();
    }

    Result run(Scenario scenario) {
        return opened().run(scenario);
    }

    List<Result> runAll(List<Scenario> scenarios) {
        return opened().run("junit", scenarios, RunListener.SILENT).results();
    }

    /** What explains that result together with others; empty where nothing does. */
    String explanation(Result result) {
        return opened().findings(List.of(result)).stream()
                .map(finding -> finding.finding() + " " + finding.mend())
                .collect(Collectors.joining("\n"));
    }

    private synchronized Session opened() {
        if (session == null) {
            throw new IllegalStateException("the session of " + testClass.getName() + " is not open");
        }
        return session;
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
        }
    }
}
