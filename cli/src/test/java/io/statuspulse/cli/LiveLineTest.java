package io.statuspulse.cli;

import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveLineTest {
    private static final int WIDTH = 79;

    /** Else it would jump, as it is written ten times a second. */
    @ParameterizedTest
    @ValueSource(ints = {1, 9, 265, 1000})
    void lineKeepsItsShapeWhateverItSays(int total) {
        List<Scenario> scenarios = scenarios(total);
        Tally tally = new Tally(scenarios);
        List<String> lines = new ArrayList<>();
        try (LiveLine line = new LiveLine(total, WIDTH)) {
            lines.add(line.at(tally, 0));
            for (Scenario scenario : scenarios) {
                tally.begun(scenario, 0);
                lines.add(line.at(tally, 0));
                lines.add(line.at(tally, Duration.ofHours(1).toNanos()));
                tally.finished(failed(scenario));
            }
            lines.add(line.at(tally, 0));
        }
        int digits = Integer.toString(total).length();
        assertThat(lines)
                .allMatch(line -> line.length() == WIDTH, "79 columns")
                .allMatch(
                        line -> line.matches(
                                "[ 0-9]{4}% \\[=* *\\] [ 0-9]{" + digits + "}/" + total + "(, \\d+ failed)?; [ -~]+"),
                        "percentage, bar, counts and what runs");
        assertThat(lines.stream().map(line -> line.indexOf(']')).distinct()).hasSize(1);
        assertThat(lines).first().asString().contains("0/" + total + "; waiting for the first answer");
        assertThat(lines).last().asString().contains(total + "/" + total + ", " + total + " failed; judging");
    }

    @Test
    void longIdIsCutAndNotHowLongItTakes() {
        Scenario patient = scenario("http/" + "very-".repeat(16) + "long-name");
        Tally tally = new Tally(List.of(patient));
        tally.begun(patient, 0);
        IntStream.range(0, 7).forEach(i -> tally.begun(scenario("http/other-" + i), 0));
        try (LiveLine line = new LiveLine(265, WIDTH)) {
            assertThat(line.at(tally, Duration.ofMinutes(90).toNanos()))
                    .hasSize(WIDTH)
                    .contains("; http/very-")
                    .endsWith("... 5400 s +7");
        }
    }

    @Test
    void secondsGoOnWhereNothingElseDoes() {
        Scenario slow = scenario("http/slow-body");
        Tally tally = new Tally(List.of(slow));
        tally.begun(slow, 0);
        try (LiveLine line = new LiveLine(1, WIDTH)) {
            assertThat(List.of(1, 2, 3))
                    .allSatisfy(seconds -> assertThat(
                                    line.at(tally, Duration.ofSeconds(seconds).toNanos()))
                            .contains("; http/slow-body " + seconds + " s  "));
        }
    }

    /** The library keeps a thread of its own, which must not keep the JVM. */
    @Test
    void nothingThatIsLeftKeepsTheJvm() {
        new LiveLine(1, WIDTH).close();
        Set<Thread> left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("ProgressBar"))
                .collect(Collectors.toSet());
        assertThat(left).isNotEmpty().allMatch(Thread::isDaemon);
    }

    private static List<Scenario> scenarios(int total) {
        return IntStream.range(0, total)
                .mapToObj(i -> scenario("http/" + "x".repeat(1 + i % 50) + i))
                .toList();
    }

    private static Scenario scenario(String id) {
        return must(id, Requirement.SIG_2, "is rejected").accepts(valid());
    }

    private static Result failed(Scenario scenario) {
        return new Result(scenario, new Verdict.Passed(List.of()), Outcome.FAILED, List.of(), Duration.ZERO);
    }
}
