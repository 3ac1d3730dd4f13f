package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers whose clocks differ from ours; what they do by their own clocks is right. */
@Timeout(60)
class SkewTest {

    @ParameterizedTest
    @CsvSource({
        "10, timestamp/just-inside-past timestamp/just-outside-future, ahead of",
        "-10, timestamp/just-outside-past, behind"
    })
    void edgesThatTheSkewMovesAreInconclusiveAndNothingFails(int ahead, String moved, String words) {
        Report report = runAgainst(ahead);

        assertThat(report.with(Outcome.INCONCLUSIVE))
                .extracting(r -> r.scenario().id())
                .containsExactly(moved.split(" ", -1));
        assertThat(Runs.ids(report, Outcome.FAILED)).isEmpty();
        assertThat(report.with(Outcome.INCONCLUSIVE)).extracting(Result::reason).allMatch(why -> why.contains(words));
        assertThat(report.diagnosis())
                .extracting(Finding::finding)
                .singleElement()
                .asString()
                .contains("clock is")
                .contains(words + " ours");
    }

    @ParameterizedTest
    @ValueSource(ints = {-7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7})
    void noSkewHoweverSmallMakesACorrectReceiverFail(int ahead) {
        Report report = runAgainst(ahead);

        assertThat(Runs.ids(report, Outcome.FAILED)).isEmpty();
        assertThat(Runs.ids(report, Outcome.WARNED)).isEmpty();
    }

    @Test
    void skewOfASecondIsNoneThatCanBeTold() {
        assertThat(runAgainst(0).diagnosis()).isEmpty();
        assertThat(Runs.ids(runAgainst(0), Outcome.INCONCLUSIVE)).isEmpty();
    }

    @Test
    void skewOfAnHourLeavesTheEdgesInconclusiveAndIsNamed() {
        Report report = runAgainst(3600);

        assertThat(report.results())
                .filteredOn(r -> r.scenario().id().startsWith("timestamp/just-"))
                .hasSize(4)
                .allMatch(r -> r.outcome() == Outcome.INCONCLUSIVE);
        assertThat(report.results())
                .filteredOn(r -> r.scenario().area().equals("timestamp"))
                .noneMatch(r -> r.outcome() == Outcome.FAILED || r.outcome() == Outcome.PASSED);
        assertThat(report.diagnosis())
                .extracting(Finding::finding)
                .anyMatch(text -> text.matches(".*(1 h|3600 s|3599 s) ahead of ours.*"));
        assertThat(report.conclusion()).isNotEqualTo(Conclusion.PASSED);
    }

    @Test
    void skewIsMeasuredAgainstTheClockThatDatesTheDeliveries() {
        Clock both = Clock.fixed(Instant.parse("2026-08-01T12:00:00Z"), ZoneOffset.UTC);
        try (BuiltInReceiver receiver = BuiltInReceiver.start(receiver().withClock(both))) {
            Report report = Runs.some(
                    Runs.settings(receiver.url().toString()).clock(both).build(), "timestamp");

            assertThat(Runs.ids(report, Outcome.INCONCLUSIVE)).isEmpty();
            assertThat(report.diagnosis()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 60, 300, 3600, 86_400})
    void correctReceiverPassesWhateverToleranceBothAgreeOn(long seconds) {
        Duration tolerance = Duration.ofSeconds(seconds);
        Tempo tempo = new Tempo(Clock.systemUTC());
        try (BuiltInReceiver receiver =
                BuiltInReceiver.start(receiver().withTolerance(tolerance).withClock(tempo.clock()))) {
            Report report = Runs.run(
                    Runs.settings(receiver.url().toString())
                            .clock(tempo.clock())
                            .pace(tempo)
                            .tolerance(tolerance)
                            // A scenario that moves the clock must not make another one's timestamp old.
                            .jobs(1)
                            .build(),
                    Suite.scenarios(tolerance));

            assertThat(report.results())
                    .filteredOn(r -> r.outcome() != Outcome.PASSED && r.outcome() != Outcome.OBSERVED)
                    .allSatisfy(r -> {
                        assertThat(r.outcome()).as(r.scenario().id()).isEqualTo(Outcome.NOT_APPLICABLE);
                        assertThat(r.reason()).containsAnyOf("not well outside", "there is no");
                    });
            assertThat(report.count(Outcome.NOT_APPLICABLE)).isLessThanOrEqualTo(20);
        }
    }

    @Test
    void wrongToleranceOfTheReceiverIsSeen() {
        try (BuiltInReceiver receiver = BuiltInReceiver.start(receiver().withTolerance(Duration.ofSeconds(60)))) {
            Report report = Runs.some(Runs.settings(receiver.url().toString()).build(), "timestamp");

            assertThat(Runs.ids(report, Outcome.FAILED)).containsExactly("timestamp/just-inside-past");
        }
    }

    private static ReceiverSettings receiver() {
        return ReceiverSettings.of(Runs.SECRET).withPreviousSecret(Runs.PREVIOUS);
    }

    private static Report runAgainst(int secondsAhead) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(secondsAhead));
        try (BuiltInReceiver receiver = BuiltInReceiver.start(receiver().withClock(clock))) {
            return Runs.some(Runs.settings(receiver.url().toString()).build(), "timestamp");
        }
    }
}
