package io.statuspulse.junit;

import java.util.Optional;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.IterationSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * Sees what JUnit is asked for: single invocations of a {@link ConformanceTest} send no more than they need, and a class
 * whose only tests JUnit would leave out is not taken for one that has none. JUnit's launcher finds it as a service.
 */
public final class DiscoveryListener implements LauncherDiscoveryListener {
    private static final String INVOCATION = "[test-template-invocation:";

    /** Makes one; JUnit's launcher does. */
    public DiscoveryListener() {}

    /**
     * Looks at what is asked for.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if a {@link ConformanceTest} method of a class
     *     cannot be run; the message says what to write
     */
    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        PlannedTests.discovered(!request.getSelectorsByType(IterationSelector.class)
                        .isEmpty()
                || request.getSelectorsByType(UniqueIdSelector.class).stream()
                        .anyMatch(selector -> selector.getUniqueId().toString().contains(INVOCATION)));
        request.getSelectorsByType(ClassSelector.class).stream()
                .flatMap(selector -> loaded(selector).stream())
                .forEach(DiscoveryListener::requireTemplatesThatRun);
    }

    /** One that cannot be loaded is JUnit's to tell. */
    private static Optional<Class<?>> loaded(ClassSelector selector) {
        try {
            return Optional.of(selector.getJavaClass());
        } catch (JUnitException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static void requireTemplatesThatRun(Class<?> testClass) {
        try {
            TestClasses.requireTemplatesThatRun(testClass);
        } catch (LinkageError e) {
            return; // It lacks other classes, and none of its tests can be run: JUnit's to tell, too.
        }
    }
}
