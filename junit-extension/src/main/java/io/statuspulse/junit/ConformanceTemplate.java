package io.statuspulse.junit;

import io.statuspulse.conformance.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Makes a test of each scenario that a {@link ConformanceTest} method is for. */
final class ConformanceTemplate implements TestTemplateInvocationContextProvider {

    ConformanceTemplate() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext template) {
        return true;
    }

    /**
     * Returns one invocation for each scenario, in the order of the catalogue.
     *
     * @throws ExtensionConfigurationException if there is none, or no receiver; the message says what to write
     */
    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext template) {
        Class<?> testClass = template.getRequiredTestClass();
        if (!TestClasses.saysReceiver(testClass)) {
            throw new ExtensionConfigurationException(Advice.noReceiver(testClass));
        }
        Choice choice = Choice.of(template);
        List<Scenario> chosen = choice.scenarios();
        Narrowing narrowing = Narrowing.of(template);
        narrowing.requireSome(choice.where(), choice.all(), chosen);
        return chosen.stream().map(scenario -> new ScenarioInvocation(scenario, choice, narrowing));
    }

    /** Returns what the method may ask for, and of it what is surely going to be run. */
    static ScenarioBatch.Contents selected(ExtensionContext template, Choice choice, Duration tolerance) {
        List<Scenario> known = choice.all(tolerance);
        if (!PlannedTests.runsWholeTemplate(template.getUniqueId())) {
            return new ScenarioBatch.Contents(known, List.of());
        }
        Narrowing narrowing = Narrowing.of(template);
        Set<String> ids = choice.scenarios().stream()
                .filter(narrowing::leaves)
                .map(Scenario::id)
                .collect(Collectors.toUnmodifiableSet());
        return new ScenarioBatch.Contents(
                known, known.stream().filter(s -> ids.contains(s.id())).toList());
    }
}
