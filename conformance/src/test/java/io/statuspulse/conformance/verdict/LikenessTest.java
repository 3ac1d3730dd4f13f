package io.statuspulse.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        "evt_7eb1e5c6d8c5 was processed twice, # was processed twice",
        "500 Internal Server Error (request 17ab-22), 500 Internal Server Error (request #)",
        "401 Unauthorized, 401 Unauthorized",
        "took 12.5 s, took # s"
    })
    void leavesOutWhatDiffersFromAnswerToAnswer(String text, String common) {
        assertThat(Likeness.of(text)).isEqualTo(common);
    }

    @Test
    void ofFactsIsThatOfEachOnce() {
        List<Fact> facts = List.of(
                new Fact("effect", "evt_0000000000a1 was processed twice"),
                new Fact("effect", "evt_0000000000b2 was processed twice"),
                new Fact("actual", "200 OK"),
                new Fact("left", "out"));

        assertThat(Likeness.of(facts, Set.of("left"))).isEqualTo("effect # was processed twice\nactual 200 OK");
    }

    @Test
    void ofAnAnswerIsThatOfNothingElse() {
        List<Fact> facts = List.of(
                new Fact(Likeness.SENT, "DropHeader[signature]"),
                new Fact(Likeness.EXPECTED, "401"),
                new Fact("actual", "200 OK"),
                new Fact(Likeness.MORE, "2 more"));

        assertThat(Likeness.ofAnswer(facts)).isEqualTo("actual 200 OK");
    }
}
