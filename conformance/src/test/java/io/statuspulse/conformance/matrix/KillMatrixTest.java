package io.statuspulse.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.receiver.Defect;
import io.statuspulse.conformance.receiver.Defects;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.TlsProcedure;
import io.statuspulse.conformance.suite.Suite;
import java.util.List;
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

    private KillMatrix seen = new KillMatrix(java.util.Map.of());
    private KillMatrix expected = new KillMatrix(java.util.Map.of());

    @BeforeAll
    void runEveryDefect() {
        seen = KillMatrix.compute();
        if (Golden.isUpdating()) {
            GOLDEN.assertHolds(seen.lines());
        }
        expected = KillMatrix.of(GOLDEN.lines());
    }

    static Stream<String> defects() {
        return Defects.all().stream().map(Defect::name);
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void scenarioCanFail(String scenario) {
        assertThat(seen.caughtBy(scenario)).as("defects that fail it").isNotEmpty();
    }

    @Test
    void goldenNamesEveryDefectAndNoOther() {
        assertThat(expected.killers().keySet())
                .containsExactlyElementsOf(defects().toList());
    }

    @Test
    void pageOfTheMatrixIsInStep() {
        List<String> page = KillMatrixPage.of(expected, Defects.all(), Suite.scenarios());

        new Golden(KillMatrixPage.FILE).assertHolds(page);
    }
}
