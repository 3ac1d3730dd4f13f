package io.statuspulse.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of the tolerance lie where the configured tolerance puts them. */
class ToleranceTest {

    @ParameterizedTest
    @ValueSource(longs = {10, 60, 300, 3600, 86_400})
    void edgesLieOnTheRightSideOfTheTolerance(long seconds) {
        List<Scenario> suite = Suite.scenarios(Duration.ofSeconds(seconds));

        assertThat(age(suite, "timestamp/just-inside-past")).isBetween(1L, seconds - 2);
        assertThat(age(suite, "timestamp/just-inside-future")).isBetween(2 - seconds, -1L);
        assertThat(age(suite, "timestamp/just-outside-past")).isBetween(seconds + 2, seconds + 60);
        assertThat(age(suite, "timestamp/just-outside-future")).isBetween(-seconds - 60, -seconds - 2);
        assertThat(age(suite, "timestamp/stale-header-fresh-body")).isGreaterThan(seconds + 2);
    }

    @Test
    void toleranceMovesNothingButTheEdges() {
        List<Scenario> narrow = Suite.scenarios(Duration.ofSeconds(60));

        assertThat(narrow).extracting(Scenario::id).isEqualTo(ids(Suite.scenarios()));
        assertThat(narrow.stream().filter(s -> !Suite.scenarios().contains(s)).map(Scenario::id))
                .containsExactlyInAnyOrder(
                        "timestamp/just-inside-past",
                        "timestamp/just-outside-past",
                        "timestamp/just-outside-future",
                        "timestamp/stale-header-fresh-body",
                        "replay/exact-after-tolerance");
    }

    private static List<String> ids(List<Scenario> suite) {
        return suite.stream().map(Scenario::id).toList();
    }

    /** How many seconds old the timestamp is that the scenario sends. */
    private static long age(List<Scenario> suite, String id) {
        List<Scenario> one = suite.stream().filter(s -> s.id().equals(id)).toList();
        List<String> timestamps = Composed.steps(one)
                .flatMap(c -> Composed.timestamps(c.delivery()).stream())
                .toList();
        assertThat(timestamps).hasSize(1);
        return Composed.NOW.getEpochSecond() - Long.parseLong(timestamps.get(0));
    }
}
