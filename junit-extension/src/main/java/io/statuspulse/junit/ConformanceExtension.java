package io.statuspulse.junit;

import io.statuspulse.conformance.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What every class with a {@link ReceiverProvider} gets: early checks, and the test that runs is known to its body. */
final class ConformanceExtension
        implements ExecutionCondition, BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final ConditionEvaluationResult ENABLED = ConditionEvaluationResult.enabled("");

    ConformanceExtension() {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Narrowing narrowing = Narrowing.of(context);
        if (narrowing.isNone()) {
            return ENABLED;
        }
        return context.getTestMethod()
                .flatMap(method -> ScenarioMethods.named(method.getName()))
                .flatMap(narrowing::whyNot)
                .map(ConditionEvaluationResult::disabled)
                .orElse(ENABLED);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        if (!ReceiverProvider.class.isAssignableFrom(testClass)) {
            return; // A nested class of the user's own tests.
        }
        TestClasses.requireTemplatesThatRun(testClass);
        if (!TestClasses.selectsScenarios(testClass)) {
            throw new ExtensionConfigurationException(Advice.noArea(testClass));
        }
        if (!TestClasses.saysReceiver(testClass)) {
            throw new ExtensionConfigurationException(Advice.noReceiver(testClass));
        }
        ClassWaivers.check(testClass);
        Narrowing narrowing = Narrowing.of(context);
        boolean topLevel =
                context.getParent().flatMap(ExtensionContext::getTestClass).isEmpty();
        if (!narrowing.isNone() && topLevel) {
            List<Scenario> chosen = ScenarioMethods.of(testClass);
            if (!chosen.isEmpty()) { // Otherwise there are templates only, which see to it themselves.
                narrowing.requireSome(
                        testClass.getName(), Catalogues.of(testClass).scenarios(), chosen);
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        CurrentTest.enter(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        CurrentTest.leave();
    }
}
