package io.statuspulse.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.scenario.Scenario;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked of own scenarios holds of the suite's: nothing that makes sense is refused. */
class TrialsTest {
    static Stream<Scenario> scenarios() {
        return Suite.scenarios().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void scenariosOfTheSuiteWouldBeTaken(Scenario scenario) {
        assertThat(Trials.problem(scenario)).isEmpty();
    }
}
