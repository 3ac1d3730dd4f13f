package io.statuspulse.conformance.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.scenario.Mend;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HintTest {
    private static List<List<String>> drawn(List<List<Hint>> groups) {
        return groups.stream()
                .map(group -> group.stream().map(HintTest::drawn).toList())
                .toList();
    }

    private static String drawn(Hint hint) {
        return hint.key()
                + "|"
                + hint.words().pieces().stream().map(Shown.Piece::text).collect(Collectors.joining());
    }

    @Test
    void linesThatNameLanguagesBelongTogether() {
        assertThat(drawn(Hint.of("Java: a\nNode: b\nGo: c\nPython: d")))
                .containsExactly(List.of("java|a", "node|b", "go|c", "python|d"));
        assertThat(drawn(Hint.of("Java: a\nPython: b\nJava: c\nGo: d")))
                .containsExactly(List.of("java|a", "python|b"), List.of("java|c", "go|d"));
    }

    @Test
    void otherLinesStandAlone() {
        assertThat(drawn(Hint.of("Check the secret.\n\nJava: a\nThen try again.\nGo: b")))
                .containsExactly(
                        List.of("|Check the secret."), List.of("java|a"), List.of("|Then try again."), List.of("go|b"));
        assertThat(Hint.of("")).isEmpty();
    }

    @Test
    void hintsOfAScenarioAreThoseThatItHas() {
        assertThat(drawn(List.of(Hint.of(new Mend("a", "", "c", ""))))).containsExactly(List.of("java|a", "go|c"));
        assertThat(drawn(List.of(Hint.of(Mend.anywhere("all"))))).containsExactly(List.of("|all"));
        assertThat(Hint.of(Mend.anywhere(""))).isEmpty();
    }
}
