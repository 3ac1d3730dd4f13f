package io.statuspulse.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"PT10S, 10 s", "PT100S, 100 s", "PT1.5S, 1.5 s", "PT0.3S, 300 ms", "PT0.0005S, 0.5 ms", "PT2M, 120 s"})
    void durationsAreNamedInSecondsOrMilliseconds(Duration duration, String words) {
        assertThat(Words.of(duration)).isEqualTo(words);
    }

    @Test
    void everythingButPrintableAsciiIsEscaped() {
        assertThat(Words.printable("a\\b\r\n\t\u0000\u001b[2J\u007f\u00e9\u0661 ~"))
                .isEqualTo("a\\\\b\\r\\n\\t\\x00\\x1b[2J\\x7f\\xe9\\u0661 ~");
    }

    @Test
    void longTextIsCut() {
        assertThat(Words.printable("x".repeat(1000))).isEqualTo("x".repeat(120) + "...");
    }
}
