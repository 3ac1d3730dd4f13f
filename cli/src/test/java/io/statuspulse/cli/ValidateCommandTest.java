package io.statuspulse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.cli.Outcome.Invocation;
import io.statuspulse.schemas.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
    private static final String EXAMPLE = new String(Schemas.guideExample(), UTF_8);

    @Test
    void theGuidesExampleIsValid() {
        Outcome outcome = new Invocation().input(EXAMPLE).run("validate");
        assertThat(outcome.out().strip()).isEqualTo("valid: event-received");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void problemsAreToldWithPointerAndRule() {
        String wrong = EXAMPLE.replace("evt_", "EVT_");
        Outcome outcome = new Invocation().input(wrong).run("validate", "--schema=event-emitted");
        assertThat(outcome.out()).startsWith("/event_id: pattern: ").hasLineCount(1);
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void whatIsNoJsonIsAProblemOfTheWholeDocument() {
        Outcome outcome = new Invocation().input("\u001b").run("validate");
        assertThat(outcome.out()).startsWith("(whole document): json: ").doesNotContain("\u001b");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void yamlIsReadByItsName(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("known.yaml"), "nonsense: true\n");
        Outcome outcome = Outcome.of("validate", "--schema=known-failures", "--body", file.toString());
        assertThat(outcome.out()).contains("nonsense").doesNotContain("json:");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }
}
