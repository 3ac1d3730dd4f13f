package io.statuspulse.simulator.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.statuspulse.simulator.delivery.HeaderLine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestHeadersTest {
    private static final RequestHeaders HEADERS = new RequestHeaders(List.of(
            new HeaderLine("Host", "localhost"),
            new HeaderLine("x-sIGnature", " \tfirst one \t "),
            new HeaderLine("Empty", " \t "),
            new HeaderLine("X-Signature", "second"),
            new HeaderLine("Z", "\u00e9\u00a0")));

    @Test
    void namesAreFoundWhateverTheirCase() {
        assertThat(HEADERS.first("X-SIGNATURE")).contains("first one");
        assertThat(HEADERS.all("x-signature")).containsExactly("first one", "second");
        assertThat(HEADERS.first("absent")).isEmpty();
        assertThat(HEADERS.all("absent")).isEmpty();
    }

    @Test
    void whiteSpaceAroundAValueIsNoPartOfItAndOtherBlanksAre() {
        assertThat(HEADERS.first("Empty")).contains("");
        // U+00A0 is a byte that no server takes off.
        assertThat(HEADERS.first("Z")).contains("\u00e9\u00a0");
        assertThat(new RequestHeaders(List.of(new HeaderLine("a", "\u000b b\u0000 "))).first("a"))
                .contains("\u000b b\u0000");
    }

    @Test
    void mapKeepsSpellingsAndOrderAndTellsCasesApart() {
        Map<String, List<String>> map = HEADERS.asMap();

        assertThat(map)
                .containsExactly(
                        entry("Host", List.of("localhost")),
                        entry("x-sIGnature", List.of("first one", "second")),
                        entry("Empty", List.of("")),
                        entry("Z", List.of("\u00e9\u00a0")));
        assertThat(map.get("X-Signature")).isNull();
    }

    @Test
    void joinedMapHasACommaBetweenValues() {
        assertThat(HEADERS.asJoinedMap())
                .containsExactly(
                        entry("Host", "localhost"),
                        entry("x-sIGnature", "first one, second"),
                        entry("Empty", ""),
                        entry("Z", "\u00e9\u00a0"));
    }
}
