package io.statuspulse.conformance.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.recorded.SideBySide.Column;
import io.statuspulse.conformance.recorded.SideBySide.Row;
import io.statuspulse.conformance.verdict.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static Shards.Named named(String name, String... ids) {
        return new Shards.Named(
                name,
                Recordings.of(
                        "2026-03-09T14:05:07Z",
                        Stream.of(ids)
                                .map(id -> Recordings.must(id, Outcome.PASSED))
                                .toArray(RecordedResult[]::new)));
    }

    private static List<String> ids(SideBySide runs) {
        return runs.areas().stream()
                .flatMap(area -> area.rows().stream())
                .map(Row::id)
                .toList();
    }

    @Test
    void everyScenarioOfAnyRunHasARowInItsPlace() {
        SideBySide runs = SideBySide.of(List.of(
                named("old.json", "a/one", "a/three", "b/one"),
                named("new.json", "a/zero", "a/one", "a/two", "a/three", "b/one", "b/two", "c/one")));

        assertThat(ids(runs)).containsExactly("a/zero", "a/one", "a/two", "a/three", "b/one", "b/two", "c/one");
        assertThat(runs.size()).isEqualTo(7);
        assertThat(runs.differences()).isEqualTo(4);
        assertThat(runs.areas().get(0).rows().get(0).cells().get(0)).isEmpty();
    }

    @Test
    void ordersThatDisagreeLoseNothing() {
        assertThat(ids(SideBySide.of(List.of(
                        named("1", "a/one", "a/two", "a/three"),
                        named("2", "a/three", "a/new", "a/one"),
                        named("3", "a/new", "a/newer", "a/two")))))
                .containsExactlyInAnyOrder("a/one", "a/two", "a/three", "a/new", "a/newer")
                .startsWith("a/one", "a/two", "a/three");
    }

    @Test
    void anotherVerdictIsADifference() {
        RecordedReport failed = Recordings.of("2026-03-09T14:05:07Z", Recordings.must("a/one", Outcome.FAILED));

        assertThat(SideBySide.of(List.of(named("1", "a/one"), new Shards.Named("2", failed)))
                        .differences())
                .isEqualTo(1);
        assertThat(SideBySide.of(List.of(named("1", "a/one"), named("2", "a/one")))
                        .differences())
                .isZero();
    }

    @Test
    void columnsHaveTheShortestNamesThatTellThemApart() {
        assertThat(names(named("x/1.json"), named("y/2.json"))).containsExactly("1.json", "2.json");
        assertThat(names(named("x/r.json"), named("y/r.json"))).containsExactly("x/r.json", "y/r.json");
        assertThat(names(named("r.json"), named("r.json"))).containsExactly("1: r.json", "2: r.json");
        assertThat(names(named("r.json"))).containsExactly("http://127.0.0.1:9000/webhook/statuspulse");
    }

    private static List<String> names(Shards.Named... reports) {
        return SideBySide.of(List.of(reports)).columns().stream()
                .map(Column::name)
                .toList();
    }
}
