package io.statuspulse.junit;

import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.waiver.Overlay;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.opentest4j.AssertionFailedError;

/** One session with one receiver, for as long as the test class that named it runs. */
@SuppressWarnings("deprecation") // JUnit up to 5.12 closes CloseableResource only, later ones AutoCloseable too.
final class LiveSession implements AutoCloseable, CloseableResource {
    private final ExtensionContext owner;
    private @Nullable Opened opened;
    private @Nullable ClassReport report;
    private @Nullable Overlay waivers;
    private @Nullable Refusal refused;
    private boolean logWasShown;

    private LiveSession(ExtensionContext owner) {
        this.owner = owner;
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
        if (opened == null && refused == null) {
            try {
                ClassPath.requireJackson();
                opened = open(receiver.get());
            } catch (RuntimeException e) {
                refused = new Refusal(owner.getRequiredTestClass(), e);
            }
        }
        if (refused != null) {
            throw refused.next();
        }
    }

    private Opened open(@Nullable ReceiverUnderTest receiver) {
        if (receiver == null) {
            throw new ExtensionConfigurationException(Advice.nullReceiver(owner.getRequiredTestClass()));
        }
        Class<?> testClass = owner.getRequiredTestClass();
        waivers = ClassWaivers.over(
                testClass, receiver.knownFailures(), Clock.systemUTC().instant());
        report = ClassReport.begin(owner);
        Opened now = Opened.of(receiver);
        if (!now.session().observesEffects() && now.session().unreachable().isEmpty()) {
            owner.publishReportEntry(
                    Fact.EFFECTS,
                    now.settings().effects().isPresent()
                            ? "not observed: the probe shows nothing even of a plain valid delivery"
                            : "not observed: the receiver under test has no effects(…)");
        }
        return now;
    }

    Duration tolerance() {
        return opened().settings().tolerance();
    }

    /**
     * Takes scenarios of that class, in the order of the report.
     *
     * @throws ExtensionConfigurationException if it shares the receiver of another class and has known failures of its own
     */
    void expect(Class<?> testClass, List<Scenario> scenarios) {
        if (testClass != owner.getRequiredTestClass() && ClassWaivers.isOn(testClass)) {
            throw new ExtensionConfigurationException(Advice.waiversOfShared(testClass, owner.getRequiredTestClass()));
        }
        report().expect(scenarios);
    }

    /** Why nothing can be said of the receiver; empty while it answers. */
    Optional<String> unreachable() {
        return session().unreachable();
    }

    /** Whether effects were to be seen and are not. */
    boolean isBlind() {
        return opened().settings().effects().isPresent() && !session().observesEffects();
    }

    /** Runs it, and lays what is known to fail over what came of it. */
    Result run(Scenario scenario) {
        return recorded(List.of(session().run(scenario))).get(0);
    }

    /** As {@link #run}, all side by side. */
    List<Result> runAll(List<Scenario> scenarios) {
        List<Result> results = recorded(session()
                .run(ClassReport.PROFILE, scenarios, RunListener.SILENT)
                .results());
        report().draft(session(), waivers());
        return results;
    }

    private List<Result> recorded(List<Result> results) {
        results.forEach(report()::add);
        // What a receiver accepts instead is looked for now: when the report is written it may be gone.
        if (results.stream().anyMatch(result -> result.outcome() != Outcome.PASSED)) {
            session().findings(results);
        }
        return results.stream().map(waivers()::apply).toList();
    }

    /** What explains that result together with others; empty where nothing does. */
    String explanation(Result result) {
        return session().findings(List.of(result)).stream()
                .map(finding -> finding.finding() + " " + finding.mend())
                .collect(Collectors.joining("\n"));
    }

    /** The end of what a receiver printed that stopped answering, once; empty where it answers or that is not known. */
    synchronized Optional<String> lastWords() {
        if (logWasShown || unreachable().isEmpty()) {
            return Optional.empty();
        }
        logWasShown = true;
        return Optional.of(opened().log()).filter(log -> !log.isEmpty());
    }

    /** Where the report of the class will be, to the first that asks. */
    Optional<Path> announcedReport() {
        return report().announce();
    }

    private Session session() {
        return opened().session();
    }

    private Opened opened() {
        return present(opened);
    }

    private ClassReport report() {
        return present(report);
    }

    private Overlay waivers() {
        return present(waivers);
    }

    private synchronized <T> T present(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException(
                    "the session of " + owner.getRequiredTestClass().getName() + " is not open");
        }
        return part;
    }

    /**
     * Writes the report, and ends everything.
     *
     * @throws AssertionFailedError if the class shows that a known failure is none any more, and no single test could tell
     */
    @Override
    public synchronized void close() {
        if (opened == null) {
            return;
        }
        List<String> stale;
        try {
            stale = report().write(session(), waivers());
        } finally {
            opened.close();
        }
        if (!stale.isEmpty()) {
            throw new AssertionFailedError(
                    "known failures of " + owner.getRequiredTestClass().getName() + ": " + String.join("; ", stale));
        }
    }
}
