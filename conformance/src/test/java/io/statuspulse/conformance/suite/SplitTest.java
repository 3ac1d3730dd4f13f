package io.statuspulse.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.conformance.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
    private static final List<Scenario> ALL = Suite.scenarios();

    private static boolean isEverywhere(Scenario scenario) {
        return scenario.expect().isJudgedByEverything();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void eachScenarioIsInOnePartAndWhatEverythingJudgesInAll(int count) {
        List<List<Scenario>> parts = IntStream.rangeClosed(1, count)
                .mapToObj(index -> new Split(index, count).from(ALL))
                .toList();
        List<Scenario> own = new ArrayList<>();
        parts.forEach(part -> part.stream().filter(s -> !isEverywhere(s)).forEach(own::add));

        assertThat(ALL.stream().filter(SplitTest::isEverywhere)).hasSizeGreaterThan(1);
        assertThat(own)
                .containsExactlyInAnyOrderElementsOf(
                        ALL.stream().filter(s -> !isEverywhere(s)).toList());
        assertThat(parts)
                .allSatisfy(part -> assertThat(part)
                        .containsAll(
                                ALL.stream().filter(SplitTest::isEverywhere).toList()));
    }

    @Test
    void partsAreInterleaved() {
        assertThat(new Split(2, 3).from(ALL)).startsWith(ALL.get(1), ALL.get(4), ALL.get(7));
    }

    @Test
    void partBeyondTheLastScenarioIsEmptyWhateverEverythingJudges() {
        assertThat(new Split(3, 4).isEmpty(ALL.subList(0, 3))).isFalse();
        assertThat(new Split(4, 4).isEmpty(ALL.subList(0, 3))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0/2|'0/2': 0 is out of range [1, 2] for the number of a shard",
                "3/2|'3/2': 3 is out of range [1, 2] for the number of a shard",
                "1/0|'1/0': 0 is out of range [1, 1000] for the number of shards",
                "1/1001|'1/1001': 1001 is out of range [1, 1000] for the number of shards",
                "x|'x' is no shard; expected e.g. 1/2 for the first of two",
                "1|'1' is no shard; expected e.g. 1/2 for the first of two",
                "-1/2|'-1/2' is no shard; expected e.g. 1/2 for the first of two",
                "1/9999999999|'1/9999999999' is no shard; expected e.g. 1/2 for the first of two"
            })
    void whatIsNoPartIsToldWithWhatWouldBe(String text, String words) {
        assertThatThrownBy(() -> Split.parse(text)).hasMessage(words);
    }
}
