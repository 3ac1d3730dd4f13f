package io.statuspulse.junit;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The scenarios behind the methods of the generated interfaces. */
final class ScenarioMethods {
    private static final Map<String, Scenario> BY_NAME = Suite.scenarios().stream()
            .collect(Collectors.toUnmodifiableMap(ScenarioMethods::nameOf, Function.identity()));

    private ScenarioMethods() {}

    /** Returns the scenario's method in the interface of its area. */
    private static String nameOf(Scenario scenario) {
        return scenario.id().replaceAll("[^a-z0-9]", "_");
    }

    static Optional<Scenario> named(String method) {
        return Optional.ofNullable(BY_NAME.get(method));
    }

    /** Returns the scenarios that the class, and those nested in it, have methods for. */
    static List<Scenario> of(Class<?> testClass) {
        Stream<Scenario> own = Arrays.stream(testClass.getMethods()).flatMap(m -> named(m.getName()).stream());
        Stream<Scenario> nested = Arrays.stream(testClass.getDeclaredClasses()).flatMap(type -> of(type).stream());
        return Stream.concat(own, nested).distinct().toList();
    }

    /** Returns the suite, and of it what was selected of that class. */
    static ScenarioBatch.Contents selected(ExtensionContext classContext, Duration tolerance) {
        Class<?> testClass = classContext.getRequiredTestClass();
        Narrowing narrowing = Narrowing.of(classContext);
        Set<String> methods = PlannedTests.methodsOf(classContext.getUniqueId()).stream()
                .filter(method -> TestClasses.isScenario(testClass, method))
                .collect(Collectors.toUnmodifiableSet());
        List<Scenario> suite = Suite.scenarios(tolerance);
        return new ScenarioBatch.Contents(
                suite,
                suite.stream()
                        .filter(scenario -> methods.contains(nameOf(scenario)))
                        .filter(narrowing::leaves)
                        .toList());
    }
}
