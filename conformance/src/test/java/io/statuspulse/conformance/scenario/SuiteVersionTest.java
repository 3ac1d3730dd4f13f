package io.statuspulse.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteVersionTest {
    @Test
    void areOrderedByTheirNumbersAndNotByTheirText() {
        List<String> ordered = List.of("0.9", "1.0", "1.9", "1.10", "2.0", "10.0");

        assertThat(Stream.of("10.0", "1.10", "1.9", "2.0", "0.9", "1.0")
                        .map(SuiteVersion::of)
                        .sorted())
                .extracting(SuiteVersion::toString)
                .isEqualTo(ordered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "1.", ".1", "1.0.0", "v1.0", " 1.0", "1.0\n", "1,0", "-1.0", "12345.0", "\u0661.\u0660"
            })
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> SuiteVersion.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("suite version: '")
                .hasMessageEndingWith("' is none, expected e.g. 1.0");
    }
}
