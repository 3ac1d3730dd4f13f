package io.statuspulse.simulator.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    private static final JsonText TWO = JsonText.EMPTY.withString("a", "x").with("b", "1.0e3");

    @Test
    void writesEveryLayout() {
        assertThat(TWO.write(JsonLayout.COMPACT)).isEqualTo("{\"a\":\"x\",\"b\":1.0e3}");
        assertThat(TWO.write(JsonLayout.SPACED)).isEqualTo("{\"a\": \"x\", \"b\": 1.0e3}");
        assertThat(TWO.write(JsonLayout.PRETTY)).isEqualTo("{\n  \"a\": \"x\",\n  \"b\": 1.0e3\n}");
        assertThat(TWO.write(JsonLayout.CRLF)).isEqualTo("{\r\n  \"a\": \"x\",\r\n  \"b\": 1.0e3\r\n}");
        assertThat(JsonText.EMPTY.write(JsonLayout.COMPACT)).isEqualTo("{}");
    }

    @Test
    void keepsTheSpellingOfValues() {
        String raw = "[ 1 , 2.50, \"\\u0041\\/\", 12345678901234567890 ]";

        assertThat(JsonText.EMPTY.with("a", raw).write(JsonLayout.COMPACT)).isEqualTo("{\"a\":" + raw + "}");
    }

    @Test
    void replacesAMemberWhereItIsAndAppendsANewOne() {
        assertThat(TWO.with("a", "2").with("c", "3").write(JsonLayout.COMPACT))
                .isEqualTo("{\"a\":2,\"b\":1.0e3,\"c\":3}");
    }

    @Test
    void repeatsANameWhereToldTo() {
        assertThat(TWO.plus("a", "2").write(JsonLayout.COMPACT)).isEqualTo("{\"a\":\"x\",\"b\":1.0e3,\"a\":2}");
        assertThat(TWO.plus("a", "2").raw("a")).contains("\"x\"");
    }

    @Test
    void removesEveryMemberOfAName() {
        assertThat(TWO.plus("a", "2").without("a").write(JsonLayout.COMPACT)).isEqualTo("{\"b\":1.0e3}");
        assertThat(TWO.without("c")).isEqualTo(TWO);
    }

    @Test
    void reversesTheOrder() {
        assertThat(TWO.reversed().write(JsonLayout.COMPACT)).isEqualTo("{\"b\":1.0e3,\"a\":\"x\"}");
    }

    @Test
    void quotesWhatJsonWantsQuotedAndNothingElse() {
        assertThat(JsonText.quote("a\"b\\c/<é東\uD83D\uDEA8>")).isEqualTo("\"a\\\"b\\\\c/<é東\uD83D\uDEA8>\"");
        assertThat(JsonText.quote("\n\u0001")).isEqualToIgnoringCase("\"\\n\\u0001\"");
    }

    @Test
    void readsAStringWithItsEscapesUndone() {
        JsonText json = TWO.with("e", "\"Z\\u00fcrich\\n\"").with("n", "null").with("broken", "\"x");

        assertThat(json.string("e")).contains("Zürich\n");
        assertThat(List.of("b", "n", "broken", "absent"))
                .allSatisfy(name -> assertThat(json.string(name)).as(name).isEmpty());
    }
}
