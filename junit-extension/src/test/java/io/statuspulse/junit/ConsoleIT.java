package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of JUnit's launcher for consoles: names, exit codes, the report. */
class ConsoleIT {
    private static final String SAMPLE = "--select-class=" + ConsoleSample.class.getName();

    @TempDir
    Path directory;

    @Test
    void a_correct_receiver_passes_and_each_test_is_named_after_its_scenario()
            throws IOException, InterruptedException {
        Command.Ended ended = Console.of("6.1").run(directory, SAMPLE, "--details=tree", "--details-theme=ascii");

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(ended.output())
                .contains(
                        "-- secret/empty: ",
                        "-- signature/missing: a delivery with no signature header is rejected [OK]")
                .containsOnlyOnce("StatusPulse report of")
                .contains(directory
                        .resolve("statuspulse/" + ConsoleSample.class.getName() + ".json")
                        .toString());
    }

    @Test
    void a_failure_is_exit_code_1_and_says_what_is_wrong() throws IOException, InterruptedException {
        Command.Ended ended = Console.of("6.1")
                .with("defect", "missing-header-skips-verification")
                .run(directory, SAMPLE, "--details=tree");

        assertThat(ended.exit()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output())
                .contains(
                        "FAILED signature/missing (MUST, REQ-SIG-2)", "  mend (Java)  ", "  report       " + directory);
    }

    @Test
    void a_parameter_narrows_the_run() throws IOException, InterruptedException {
        Command.Ended ended =
                Console.of("6.1").run(directory, SAMPLE, "--config=statuspulse.scenario=secret/empty,signature/*");

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(ended.output()).containsPattern("\\[ +2 tests successful").doesNotContain("[ 0 tests skipped");
    }
}
