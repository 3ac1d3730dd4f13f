package io.statuspulse.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "300s, PT5M",
        "250ms, PT0.25S",
        "-1h, PT-1H",
        "+2m, PT2M",
        "-3d, PT-72H",
        "0s, PT0S",
        "-36500d, PT-876000H",
        "PT876000H, PT876000H",
        "-PT1H, PT-1H",
        "PT-1H, PT-1H",
        "pt1h30m, PT1H30M",
        "P1D, PT24H"
    })
    void readsWhatPeopleWrite(String text, Duration duration) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "5 s", "5S", "1.5h", "1h30m", "٣s", "1000000000000s", "P", "-"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + Printable.of(text) + "' is no duration; expected e.g. 300s, 250ms, -1h or -PT1H");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"36501d", "-3153600001s", "999999999999d", "PT876000H0.000000001S", "-PT9223372036854775807S"})
    void refusesWhatIsLongerThanACentury(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is longer than 36500 days");
    }

    @ParameterizedTest
    @CsvSource({"PT-1H, -PT1H", "PT-1.5S, -PT1.5S", "PT0S, PT0S", "PT-90M, -PT1H30M", "PT0.25S, PT0.25S"})
    void printsTheSignInFrontAndReadsItBack(Duration duration, String printed) {
        assertThat(Durations.print(duration)).isEqualTo(printed);
        assertThat(Durations.parse(printed)).isEqualTo(duration);
    }
}
