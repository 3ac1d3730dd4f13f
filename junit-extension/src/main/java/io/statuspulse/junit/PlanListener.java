package io.statuspulse.junit;

import io.statuspulse.junit.PlannedTests.Planned;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Notes what is selected, so that the scenarios of a class can be sent side by side and wait for their effects once.
 * JUnit's launcher finds it as a service.
 */
public final class PlanListener implements TestExecutionListener {

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        PlannedTests.started(plan, () -> tests(plan));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        PlannedTests.finished(plan);
    }

    private static List<Planned> tests(TestPlan plan) {
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .flatMap(PlanListener::planned)
                .toList();
    }

    private static Stream<Planned> planned(TestIdentifier test) {
        Optional<String> method = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName());
        return method.stream()
                .flatMap(name ->
                        test.getParentId().stream().map(parentId -> new Planned(test.getUniqueId(), parentId, name)));
    }
}
