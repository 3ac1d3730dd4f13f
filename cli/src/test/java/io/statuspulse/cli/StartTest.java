package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.SECRET;
import static io.statuspulse.cli.ReceiverFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receivers that the command starts itself. */
@Timeout(120)
class StartTest {
    private static final String URL = "http://127.0.0.1:0/hook";

    @TempDir
    Path directory;

    @Test
    void itIsStartedForTheRunAndGoneAfterwards() throws IOException {
        Pid receiver = new Pid(directory.resolve("pid"));
        Pid child = new Pid(directory.resolve("child"));
        Outcome outcome = test(
                List.of("--select=signature/missing"),
                "print",
                "hello",
                "pid",
                receiver.file().toString(),
                "child",
                child.file().toString(),
                "await",
                child.file().toString(),
                "serve",
                "{port}");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("1 passed").doesNotContain("hello");
        assertThat(outcome.err()).isEmpty();
        assertThat(receiver.isGone()).isTrue();
        assertThat(child.isGone()).isTrue();
    }

    @Test
    void scenariosAreRunAgainAtAPortThatIsFree() {
        Outcome outcome = test(List.of("--select=signature/missing"), "accept", "all", "serve", "{port}");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("run again    statuspulse test " + URL + " --start COMMAND");
    }

    @Test
    void theBuiltInReceiverIsTestedWithItsEffects() {
        String receiver = String.join(
                " ",
                StubReceiver.words(Main.class, "receiver", "--port={port}", "--secret=" + SECRET).stream()
                        .map(word -> "'" + word + "'")
                        .toList());
        Outcome outcome = command()
                .run(
                        "test",
                        "http://127.0.0.1:{port}/webhook/statuspulse",
                        "--profile=quick",
                        "--start",
                        receiver,
                        "--effects=http://127.0.0.1:{port}/effects/{event_id}");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).doesNotContain("NOT OBSERVED");
    }

    @Test
    void whatItPrintedIsShownWhereTheRunFails() {
        Outcome outcome = test(
                List.of("--select=signature/wrong"),
                "print",
                "^[[31mlate " + SECRET,
                "accept",
                "",
                "tell",
                "",
                "serve",
                "{port}");

        assertThat(outcome.exitCode()).isEqualTo(1);
        String shown = outcome.out().substring(outcome.out().indexOf("\nThe end of the receiver's output:\n"));
        assertThat(shown.lines().skip(2)).isNotEmpty().allMatch(line -> line.startsWith("  | "));
        assertThat(shown).contains("  | \\x1b[31mlate ").contains("...").doesNotContain(SECRET, "\u001b");
        // The greeting's signature is in no exchange of the report.
        assertThat(shown).doesNotContainPattern("[0-9a-f]{9}");
    }

    @Test
    void oneThatEndsAtOnceIsToldOfInOneLineAndInTheReport() throws IOException {
        Path json = directory.resolve("report.json");
        Outcome outcome = test(List.of("--report=json=" + json), "print", "no database at " + SECRET, "exit", "4");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(4);
        assertThat(outcome.err())
                .startsWith("\nThe end of the receiver's output:\n  | no database at ")
                .containsPattern("\nstatuspulse: the receiver did not start: '.+' ended with 4 before it took a"
                        + " connection at 127\\.0\\.0\\.1:[0-9]+\n$")
                .doesNotContain(SECRET);
        assertThat(Schemas.validate(SchemaName.REPORT, Files.readAllBytes(json)))
                .isEmpty();
        assertThat(Files.readString(json))
                .contains("the receiver did not start: ")
                .doesNotContain(SECRET);
    }

    @Test
    void oneThatNeverListensIsEnded() throws IOException {
        Pid receiver = new Pid(directory.resolve("pid"));
        Outcome outcome =
                test(List.of("--ready-timeout=5s"), "pid", receiver.file().toString(), "wait", "");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err())
                .matches("statuspulse: the receiver did not start: '.+' took no connection at"
                        + " 127\\.0\\.0\\.1:[0-9]+ within 5 s\n");
        assertThat(receiver.isGone()).isTrue();
    }

    @Test
    void anotherReceiverIsNotTestedInItsPlace() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Outcome outcome = command()
                    .run(
                            "test",
                            "http://127.0.0.1:" + other.getLocalPort() + "/hook",
                            "--start",
                            StubReceiver.command("exit", "0"));

            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.err())
                    .startsWith("statuspulse: the receiver did not start: 127.0.0.1:" + other.getLocalPort()
                            + " takes connections before ")
                    .hasLineCount(1);
        }
    }

    @Test
    void oneThatDiesDuringTheRunIsToldOfWithItsExitCode() {
        Outcome outcome = test(
                List.of("--select=signature/missing", "--select=signature/wrong", "--jobs=1"),
                "die",
                "signature/wrong",
                "serve",
                "{port}");

        assertThat(outcome.exitCode()).isIn(1, 3);
        assertThat(outcome.out())
                .contains(
                        "\nThe receiver ended by itself during the run, with exit code 9.\n",
                        "\nThe end of the receiver's output:\n  | out of memory\n");
    }

    @Test
    void oneThatDiesOfTheGreetingIsToldOfBesideThatNobodyIsThere() {
        Outcome outcome = test(List.of("--select=signature/missing"), "die", "greeting", "serve", "{port}");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out() + outcome.err())
                .contains("The receiver ended by itself during the run, with exit code 9.", "| out of memory");
    }

    @Test
    void whatItPrintedIsShownWhereItsEffectsCannotBeRead() {
        Outcome outcome =
                test(List.of("--effects=http://127.0.0.1:{port}/{event_id}"), "print", "hello", "serve", "{port}");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("\n  | hello\n", "\nstatuspulse: effects: ");
    }

    @Test
    void oneThatIsStartedCanBeDiagnosed() {
        Outcome outcome =
                command().run("diagnose", URL, "--start", StubReceiver.command("print", "hello", "serve", "{port}"));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).doesNotContain("hello");

        Outcome refused = command()
                .env("STATUSPULSE_SECRET", "whsec_another")
                .run("diagnose", URL, "--start", StubReceiver.command("print", "hello", "serve", "{port}"));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).endsWith("\nThe end of the receiver's output:\n  | hello\n");

        Outcome none = command().run("diagnose", URL, "--start", StubReceiver.command("exit", "5"));
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("statuspulse: the receiver did not start: ", "ended with 5 before");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:0/hook, '--start= ', start: the command is blank",
        "http://127.0.0.1:0/hook, --start=node 'x, has a quote that is not closed",
        "ftp://127.0.0.1:0/hook, --start=node, has no http or https scheme",
        "http://127.0.0.1:9/hook, --ready-timeout=5s, --ready-timeout: is of use with --start only",
        "http://127.0.0.1:0/hook, --start=node --ready-timeout=2h, ready timeout: 7200000 ms is out of range"
    })
    void whatCannotBeMeantIsAUsageError(String url, String options, String message) {
        List<String> args = new ArrayList<>(List.of("test", url));
        args.addAll(List.of(options.split(" (?=--)")));
        Outcome outcome = command().run(args.toArray(String[]::new));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains(message).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"http://192.0.2.1:9/hook, --strict", "http://127.0.0.1:0/hook, --select=no-such-scenario"})
    void nothingIsStartedOnWrongUsage(String url, String option) {
        Path pid = directory.resolve("pid");
        Outcome outcome =
                command().run("test", url, option, "--start", StubReceiver.command("pid", pid.toString(), "exit", "0"));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(pid).doesNotExist();
    }

    private static Outcome test(List<String> options, String... receiver) {
        return command()
                .run(Stream.concat(Stream.of("test", URL, "--start", StubReceiver.command(receiver)), options.stream())
                        .toArray(String[]::new));
    }
}
