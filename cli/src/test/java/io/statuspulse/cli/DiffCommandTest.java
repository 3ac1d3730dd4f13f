package io.statuspulse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.schemas.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    private static final String FAILED = new String(Schemas.resource("examples/valid/report-one-failure.json"), UTF_8);

    @TempDir
    private Path directory;

    private Path failed;
    private Path passed;

    @BeforeEach
    void reports() throws IOException {
        failed = Files.writeString(directory.resolve("failed.json"), FAILED);
        passed = Files.writeString(
                directory.resolve("passed.json"), FAILED.replace("\"verdict\": \"failed\"", "\"verdict\": \"passed\""));
    }

    private static Outcome diff(Path old, Path now, String... more) {
        String[] args = new String[3 + more.length];
        args[0] = "diff";
        args[1] = old.toString();
        args[2] = now.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Outcome.of(args);
    }

    @Test
    void reportAndItselfDifferInNothing() {
        assertThat(diff(failed, failed)).isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void newFailureIsWorse() {
        Outcome outcome = diff(passed, failed, "--only-regressions");

        assertThat(outcome.out())
                .startsWith("NEWLY FAILING 1 scenario\n  signature/missing (MUST): passed, now failed");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void mendedFailureIsADifferenceAndNoRegression() {
        assertThat(diff(failed, passed).exitCode()).isEqualTo(1);
        assertThat(diff(failed, passed, "--only-regressions").exitCode()).isZero();
        assertThat(diff(failed, passed).out()).contains("NEWLY PASSING 1 scenario", "NOT WORSE: 1 newly passing");
    }

    @Test
    void whatIsNoReportIsAUsageError() throws IOException {
        Path other = Files.writeString(directory.resolve("other.json"), "{}");

        assertThat(diff(other, failed).err())
                .contains("OLD.json: '", "other.json' is no report.json")
                .hasLineCount(1);
        assertThat(diff(failed, other).exitCode()).isEqualTo(2);
        assertThat(diff(failed, directory.resolve("none.json")).err())
                .contains("NEW.json: '", "none.json' cannot be read (no such file)");
        assertThat(Outcome.of("diff", failed.toString()).exitCode()).isEqualTo(2);
    }
}
