package io.statuspulse.junit;

import io.statuspulse.conformance.suite.Catalogue;
import io.statuspulse.conformance.suite.ScenarioSource;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The suite and users' own scenarios: those of services, and those that {@link ConformanceTest} methods name. */
final class Catalogues {
    private static final Duration USUAL = Duration.ofSeconds(300);

    private Catalogues() {}

    /** Returns what that method can choose from, with what is listed of each scenario. */
    static Catalogue of(Class<?> testClass, Method method) {
        return of(testClass, method, USUAL);
    }

    /**
     * Returns what that method can choose from.
     *
     * @throws ExtensionConfigurationException if own scenarios cannot be taken; the message says where they are from
     */
    static Catalogue of(Class<?> testClass, Method method, Duration tolerance) {
        return with(sources(method).toList(), testClass, tolerance);
    }

    /** Returns what any method of that class, or of one nested in it, can choose from. */
    static Catalogue of(Class<?> testClass) {
        return with(sources(testClass).distinct().toList(), testClass, USUAL);
    }

    private static Catalogue with(
            List<Class<? extends ScenarioSource>> sources, Class<?> testClass, Duration tolerance) {
        try {
            Catalogue catalogue = Catalogue.builtIn(tolerance).withSources(testClass.getClassLoader());
            for (Class<? extends ScenarioSource> source : sources) {
                if (!has(catalogue, source)) { // It may be a service, too.
                    catalogue = catalogue.with(made(source));
                }
            }
            return catalogue;
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException("own scenarios: " + e.getMessage(), e);
        }
    }

    private static boolean has(Catalogue catalogue, Class<?> source) {
        return catalogue.own().stream()
                .flatMap(scenario -> catalogue.source(scenario).stream())
                .anyMatch(source.getName()::equals);
    }

    private static ScenarioSource made(Class<? extends ScenarioSource> source) {
        try {
            return ReflectionSupport.newInstance(source);
        } catch (Exception e) {
            throw new IllegalArgumentException(
                    source.getName() + " cannot be made (" + e + "); expected a constructor without parameters", e);
        }
    }

    private static Stream<Class<? extends ScenarioSource>> sources(Class<?> testClass) {
        Stream<Class<? extends ScenarioSource>> own =
                AnnotationSupport.findAnnotatedMethods(
                                testClass, ConformanceTest.class, HierarchyTraversalMode.TOP_DOWN)
                        .stream()
                        .flatMap(Catalogues::sources);
        return Stream.concat(own, Arrays.stream(testClass.getDeclaredClasses()).flatMap(Catalogues::sources));
    }

    private static Stream<Class<? extends ScenarioSource>> sources(Method method) {
        return AnnotationSupport.findAnnotation(method, ConformanceTest.class).stream()
                .flatMap(test -> Arrays.stream(test.scenarios()));
    }
}
