package io.statuspulse.junit;

import io.statuspulse.conformance.scenario.Scenario;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a {@link ConformanceTest} method: named after its scenario, skipped where that was not asked for, judged. */
record ScenarioInvocation(Scenario scenario, Choice choice, Narrowing narrowing)
        implements TestTemplateInvocationContext, ExecutionCondition, ParameterResolver, InvocationInterceptor {

    private static final Namespace NAMESPACE = Namespace.create(ScenarioInvocation.class);

    @Override
    public String getDisplayName(int invocationIndex) {
        return scenario.id() + ": " + scenario.title();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        return narrowing
                .whyNot(scenario)
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled(""));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == ScenarioRun.class;
    }

    @Override
    public ScenarioRun resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return run(test);
    }

    /** A body that forgets to verify, or that catches what came of it, changes nothing. */
    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> body, ReflectiveInvocationContext<Method> method, ExtensionContext test) throws Throwable {
        body.proceed();
        run(test).verify();
    }

    private ScenarioRun run(ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        test.getUniqueId(), key -> new ScenarioRun(scenario, test, choice), ScenarioRun.class);
    }
}
