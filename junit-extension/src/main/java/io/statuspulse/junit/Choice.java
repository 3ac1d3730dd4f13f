package io.statuspulse.junit;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.conformance.suite.Selection;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Which scenarios a {@link ConformanceTest} method is for.
 *
 * @param where the method, for messages
 * @param selection what its annotation and the parameter {@code statuspulse.profile} say
 * @param testClass the class that it is run in
 * @param method the method
 * @param all everything that can be chosen from; what is listed of a scenario does not depend on the tolerance
 */
record Choice(String where, Selection selection, Class<?> testClass, Method method, List<Scenario> all) {
    private static final String PROFILE_PARAMETER = "statuspulse.profile";

    /**
     * Reads what is chosen for that method.
     *
     * @throws ExtensionConfigurationException if it makes no sense; the message says what to write
     */
    static Choice of(ExtensionContext template) {
        Method method = template.getRequiredTestMethod();
        ConformanceTest test =
                AnnotationSupport.findAnnotation(method, ConformanceTest.class).orElseThrow();
        Class<?> testClass = template.getRequiredTestClass();
        String where = "@ConformanceTest on " + testClass.getName() + "." + method.getName();
        if (test.profile().length > 1) {
            throw new ExtensionConfigurationException(where + ": profile names " + test.profile().length
                    + " profiles, expected one; each has all of those before it: QUICK, DEFAULT, FULL");
        }
        Optional<Profile> profile =
                parameter(template).or(() -> Arrays.stream(test.profile()).findFirst());
        Choice choice = new Choice(
                where,
                new Selection(profile, List.of(test.select()), List.of(test.exclude())),
                testClass,
                method,
                Catalogues.of(testClass, method).scenarios());
        choice.requireSome();
        return choice;
    }

    private static Optional<Profile> parameter(ExtensionContext template) {
        return template.getConfigurationParameter(PROFILE_PARAMETER)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> Profile.named(name)
                        .orElseThrow(() -> new ExtensionConfigurationException(
                                PROFILE_PARAMETER + ": there is no profile '" + name + "', expected one of "
                                        + Arrays.stream(Profile.values())
                                                .map(Profile::label)
                                                .collect(Collectors.joining(", ")))));
    }

    /** Everything that can be chosen from, for a receiver with that tolerance. */
    List<Scenario> all(Duration tolerance) {
        return Catalogues.of(testClass, method, tolerance).scenarios();
    }

    /** What is chosen, in the order of the catalogue. */
    List<Scenario> scenarios() {
        return from(all);
    }

    private List<Scenario> from(List<Scenario> all) {
        try {
            return selection.from(all);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(where + ": " + e.getMessage(), e);
        }
    }

    private void requireSome() {
        if (scenarios().isEmpty()) {
            throw new ExtensionConfigurationException(where + ": selects no scenario: nothing is in the profile "
                    + selection.profile().map(Profile::label).orElse("full") + ", matches select "
                    + selection.select() + " and none of exclude " + selection.exclude());
        }
    }
}
