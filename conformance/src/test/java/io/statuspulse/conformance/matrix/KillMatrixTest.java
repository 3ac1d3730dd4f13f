package io.statuspulse.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.statuspulse.conformance.receiver.Defect;
import io.statuspulse.conformance.receiver.Defects;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.TlsProcedure;
import io.statuspulse.conformance.suite.Suite;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every defect and every scenario against each other: a scenario that cannot fail does not get in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillMatrixTest {
    private static final Golden GOLDEN = Golden.resource("kill-matrix.tsv");
    private static final Golden FINDINGS = Golden.resource("findings.tsv");

    private Map<String, KillMatrix.Diagnosed> diagnosed = Map.of();
    private KillMatrix seen = new KillMatrix(Map.of());
    private KillMatrix expected = new KillMatrix(Map.of());
    private KillMatrix expectedFindings = new KillMatrix(Map.of());

    @BeforeAll
    void runEveryDefect() {
        diagnosed = KillMatrix.compute();
        seen = KillMatrix.killers(diagnosed);
        if (Golden.isUpdating()) {
            GOLDEN.assertHolds(seen.lines());
            FINDINGS.assertHolds(KillMatrix.findings(diagnosed).lines());
        }
        expected = KillMatrix.of(GOLDEN.lines());
        expectedFindings = KillMatrix.of(FINDINGS.lines());
    }

    static Stream<String> defects() {
        return KillMatrix.chosen().stream().map(Defect::name);
    }

    static Stream<String> scenarios() {
        // What is wrong with TLS is before the receiver: TlsKillMatrixTest.
        return Suite.scenarios().stream()
                .filter(s -> s.trials().stream().noneMatch(TlsProcedure.class::isInstance))
                .map(Scenario::id);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void defectFailsExactlyTheseScenarios(String defect) {
        assertThat(seen.killersOf(defect)).containsExactlyElementsOf(expected.killersOf(defect));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void defectIsNoticed(String defect) {
        assertThat(seen.killersOf(defect)).as("scenarios that fail").isNotEmpty();
    }

    /** Each was held against the defect's code by eye: a finding that is not true of it is worse than none. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void defectIsFoundToBeExactlyThis(String defect) {
        assertThat(of(defect).findingIds()).isNotEmpty().containsExactlyElementsOf(expectedFindings.killersOf(defect));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void eachFailureIsExplainedOnce(String defect) {
        assertThat(of(defect).explained()).containsExactlyInAnyOrderElementsOf(seen.killersOf(defect));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void noFailureIsLeftWithoutAPattern(String defect) {
        assertThat(of(defect).findingIds()).noneMatch(id -> id.startsWith("unexplained-"));
    }

    private KillMatrix.Diagnosed of(String defect) {
        return Objects.requireNonNull(diagnosed.get(defect));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void scenarioCanFail(String scenario) {
        assumeTrue(KillMatrix.isWhole(), "each Nth defect only is run");

        assertThat(seen.caughtBy(scenario)).as("defects that fail it").isNotEmpty();
    }

    @Test
    void goldenNamesEveryDefectAndNoOther() {
        assertThat(expected.killers().keySet())
                .containsExactlyElementsOf(
                        Defects.all().stream().map(Defect::name).toList());
    }

    @Test
    void pageOfTheMatrixIsInStep() {
        List<String> page = KillMatrixPage.of(expected, Defects.all(), Suite.scenarios());

        new Golden(KillMatrixPage.FILE).assertHolds(page);
    }
}
