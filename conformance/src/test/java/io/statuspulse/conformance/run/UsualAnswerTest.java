package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsualAnswerTest {
    private final UsualAnswer usual = new UsualAnswer();

    @Test
    void nothingIsUsualBeforeTheFirst() {
        assertThat(usual.median()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "300 7, 300", "300 7 9, 9", "1 2 3 4, 3", "9 1 5 2 3, 3"})
    void halfOfThemTookLessAndOfTwoTheLongerOneCounts(String millis, int median) {
        take(millis);
        assertThat(usual.median()).hasMillis(median);
    }

    @Test
    void theColdFirstOneIsForgotten() {
        take("900 800 700 600 500");
        IntStream.range(0, 9).forEach(i -> take("3"));
        take("200 200 200 200");
        assertThat(usual.median()).hasMillis(3);
        take("200");
        assertThat(usual.median()).hasMillis(200);
    }

    private void take(String millis) {
        for (String each : millis.split(" ", -1)) {
            usual.took(Duration.ofMillis(Long.parseLong(each)));
        }
    }
}
