package io.statuspulse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.report.Kit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
    private static final int SCREEN_WIDTH = 80;
    private static final int SCREEN_LINES = 60;

    static Stream<String> commands() {
        return Stream.of(Commands.values()).filter(c -> c != Commands.WARM_UP).map(Commands::label);
    }

    @Test
    void rootHelpIsAsAgreed() {
        Outcome outcome = Outcome.of("--help");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        Golden.assertEqual("help/statuspulse.txt", outcome.out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpOfEachCommandIsAsAgreed(String command) {
        Outcome outcome = Outcome.of(command, "--help");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        Golden.assertEqual("help/" + command + ".txt", outcome.out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpFitsAScreenAndTellsExamplesAndExitCodes(String command) {
        String help = Outcome.of(command, "--help").out();
        assertThat(help.lines()).allMatch(line -> line.length() <= SCREEN_WIDTH).hasSizeLessThan(SCREEN_LINES);
        assertThat(help).startsWith("Usage: statuspulse " + command).contains("Exit codes:", "Examples:");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTellsTheVersion(String command) {
        assertThat(Outcome.of(command, "--version").out().strip()).isEqualTo("statuspulse " + Kit.version());
    }

    @Test
    void nothingAtAllShowsTheUsageAsAnError() {
        Outcome outcome = Outcome.of();
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("Usage: statuspulse COMMAND");
    }

    @Test
    void helpIsColouredOnlyOnATerminalThatTakesIt() {
        assertThat(at("xterm").run("--help").out()).contains("\u001b[");
        assertThat(at("dumb").run("--help").out()).doesNotContain("\u001b[");
        assertThat(at("xterm").env("NO_COLOR", "1").run("--help").out()).doesNotContain("\u001b[");
        assertThat(new Outcome.Invocation().env("TERM", "xterm").run("--help").out())
                .doesNotContain("\u001b[");
    }

    private static Outcome.Invocation at(String term) {
        return new Outcome.Invocation().env("TERM", term).terminals(true, true);
    }
}
