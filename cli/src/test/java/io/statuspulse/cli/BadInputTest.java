package io.statuspulse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.statuspulse.netfixtures.ClosedPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each is told in one line on the error output, which names the thing, the value and what would be right. */
class BadInputTest {
    private static final String URL = "http://127.0.0.1:9/hook";
    private static final String SECRET = "--secret=s3cret-of-the-test";

    @TempDir
    static Path directory;

    static Stream<Arguments> wrongUsage() throws IOException {
        Path notText = Files.write(directory.resolve("not-text"), new byte[] {(byte) 0xfe});
        Path blank = Files.writeString(directory.resolve("blank"), "\n");
        Path body = Files.writeString(directory.resolve("body"), "{}");
        return Stream.of(
                arguments("unknown command 'tset'; nearest: test", List.of("tset")),
                arguments("unknown command 'frobnicate'", List.of("frobnicate")),
                arguments("unknown option '--hlep'; nearest: --help", List.of("--hlep")),
                arguments("unknown option '--strikt'; nearest: --strict", List.of("test", URL, "--strikt")),
                arguments("unknown argument 'extra'", List.of("test", URL, SECRET, "extra")),
                arguments("URL is missing", List.of("test", SECRET)),
                arguments("'127.0.0.1:1/x' is not a URL", List.of("test", "127.0.0.1:1/x", SECRET)),
                arguments("'example.com/x' has no http or https scheme", List.of("test", "example.com/x", SECRET)),
                arguments(
                        "'ftp://localhost/x' has no http or https scheme",
                        List.of("send", "ftp://localhost/x", SECRET)),
                arguments("a user part before the host", List.of("test", "http://me:pass@localhost/x", SECRET)),
                arguments("has a fragment", List.of("test", URL + "#x", SECRET)),
                arguments("no secret: expected --secret-file", List.of("test", URL)),
                arguments("--secret is empty", List.of("test", URL, "--secret", "")),
                arguments("--secret is blank", List.of("test", URL, "--secret", " ")),
                arguments("both are given", List.of("test", URL, SECRET, "--secret-file", "x")),
                arguments(
                        "cannot be read (no such file)", List.of("test", URL, "--secret-file", "/nonexistent/secret")),
                arguments("is a directory", List.of("test", URL, "--secret-file", directory.toString())),
                arguments("is not UTF-8 text", List.of("test", URL, "--secret-file", notText.toString())),
                arguments("is empty", List.of("test", URL, "--secret-file", blank.toString())),
                arguments("--previous-secret is empty", List.of("test", URL, SECRET, "--previous-secret", "")),
                arguments(
                        "previous secret: is the same as the current one",
                        List.of("test", URL, "--secret=a", "--previous-secret=a")),
                arguments("tolerance: 1 s is out of range", List.of("test", URL, SECRET, "--tolerance", "1s")),
                arguments(
                        "effects within: 601 s is out of range (0 s, 600 s]",
                        List.of("test", URL, SECRET, "--effects", URL + "/{event_id}", "--effects-within", "601s")),
                arguments(
                        "--effects-within: is of use with --effects or --state only",
                        List.of("test", URL, SECRET, "--effects-within", "5s")),
                arguments("'five' is no duration", List.of("test", URL, SECRET, "--timeout", "five")),
                arguments(
                        "'-PT9223372036854775807S' is longer than 36500 days",
                        List.of("test", URL, SECRET, "--timeout=-PT9223372036854775807S")),
                arguments(
                        "has port 70000, at most 65535 is one",
                        List.of("test", URL, SECRET, "--effects", "http://127.0.0.1:70000/{event_id}")),
                arguments(
                        "bytes to pad to: 999999999 is more than 33554432",
                        List.of("send", URL, SECRET, "--edit=pad-to=999999999")),
                arguments("--timeout is 0 ms", List.of("test", URL, SECRET, "--timeout", "0s")),
                arguments("'nope/*' matches no scenario", List.of("test", URL, SECRET, "--select", "nope/*")),
                arguments("'nope' matches no scenario", List.of("list", "--exclude", "nope")),
                arguments(
                        "--profile: there is no 'all', expected quick, default, full",
                        List.of("list", "--profile=all")),
                arguments("--format: there is no 'xml', expected text or json", List.of("list", "--format", "xml")),
                arguments(
                        "--output: there is no 'xml', expected text or json",
                        List.of("test", URL, SECRET, "--output", "xml")),
                arguments("SHELL is missing", List.of("completion")),
                arguments(
                        "there is no scenario 'signature/mising'; nearest: signature/missing",
                        List.of("explain", "signature/mising")),
                arguments("ID is missing", List.of("explain")),
                arguments("jobs: 65 is out of range [1, 64]", List.of("test", URL, SECRET, "--jobs=65")),
                arguments("'x' is no whole number", List.of("test", URL, SECRET, "--seed", "x")),
                arguments(
                        "--reject-status: 200 is out of range",
                        List.of("test", URL, SECRET, "--reject-status=400,200")),
                arguments("lacks {event_id}", List.of("test", URL, SECRET, "--effects", "http://127.0.0.1/x")),
                arguments(
                        "there is no format 'pdf', expected FORMAT=FILE",
                        List.of("test", URL, SECRET, "--report", "pdf=x")),
                arguments("'json' names no file", List.of("test", URL, SECRET, "--report", "json")),
                arguments("does not exist", List.of("test", URL, SECRET, "--report", "json=/nonexistent/dir/r.json")),
                arguments("is a directory", List.of("test", URL, SECRET, "--report", "json=" + directory)),
                arguments("named twice", List.of("test", URL, SECRET, "--report=json=r.x", "--report=junit=r.x")),
                arguments("'X' is no header name followed by a colon", List.of("test", URL, SECRET, "--header", "X y")),
                arguments(
                        "Content-Length is set by the kit",
                        List.of("test", URL, SECRET, "--header", "Content-Length: 1")),
                arguments("holds a control character", List.of("test", URL, SECRET, "--header", "X: a\nb")),
                arguments(
                        "'" + body + "' holds something else than certificates",
                        List.of("test", URL, SECRET, "--ca-file", body.toString())),
                arguments("neither loopback nor in a private range", List.of("test", "http://192.0.2.1/hook", SECRET)),
                arguments(
                        "neither loopback nor in a private range",
                        List.of("send", "http://[2001:db8::1]/hook", SECRET)),
                arguments(
                        "--event: there is no type 'x', expected one of status_change",
                        List.of("send", URL, SECRET, "--event=x")),
                arguments(
                        "--edit: there is no 'drop-heder'; nearest: drop-header",
                        List.of("send", URL, SECRET, "--edit=drop-heder=signature")),
                arguments("drop-header=HEADER", List.of("send", URL, SECRET, "--edit=drop-header")),
                arguments(
                        "no previous secret is configured", List.of("send", URL, SECRET, "--edit=sign-with=previous")),
                arguments(
                        "no fields to edit",
                        List.of("send", URL, SECRET, "--body", body.toString(), "--edit=set-field=a:1")),
                arguments(
                        "--event and --body: both are given",
                        List.of("send", URL, SECRET, "--event=latency_spike", "--body=x")),
                arguments("is not UTF-8 text", List.of("send", URL, SECRET, "--body", notText.toString())),
                arguments("--count is 0, expected 1 or more", List.of("send", URL, SECRET, "--count=0")),
                arguments("--rate is 0, expected 1 or more", List.of("send", URL, SECRET, "--rate=0")),
                arguments("'yesterday' is no moment", List.of("send", URL, SECRET, "--at", "yesterday")),
                arguments("cannot be read (no such file)", List.of("sign", SECRET, "--body", "/nonexistent/body")),
                arguments("missing required options", List.of("verify", SECRET)),
                arguments("cannot be read (no such file)", List.of("validate", "--body", "/nonexistent/body")),
                arguments(
                        "--schema: there is no 'event', expected one of event-emitted",
                        List.of("validate", "--schema=event")),
                arguments(
                        "--defect: there is no 'no-drift'; nearest: no-drift-check",
                        List.of("receiver", SECRET, "--defect=no-drift")),
                arguments("port is 65536", List.of("receiver", SECRET, "--port=65536")),
                arguments("is no known address", List.of("receiver", SECRET, "--host=nowhere.invalid")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrongUsage")
    void wrongUsageIsOneLineAndExitCode2(String expected, List<String> args) {
        Outcome outcome = Outcome.of(args.toArray(String[]::new));
        assertThat(outcome.err()).startsWith("statuspulse: ").contains(expected).hasLineCount(1);
        assertThat(outcome.err()).doesNotContain("s3cret-of-the-test").doesNotContain("pass@");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void anEmptyVariableIsNamed() {
        Outcome outcome = new Outcome.Invocation().env("STATUSPULSE_SECRET", "").run("test", URL);
        assertThat(outcome.err()).contains("STATUSPULSE_SECRET is empty").hasLineCount(1);
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("talkers")
    void anUnknownHostCouldNotRun(String command) {
        Outcome outcome = Outcome.of(command, "http://nowhere.invalid/hook", SECRET);
        assertThat(outcome.err()).contains("host 'nowhere.invalid' is unknown").hasLineCount(1);
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("talkers")
    void aRefusedPortCouldNotRun(String command) throws IOException {
        try (ClosedPort nobody = new ClosedPort()) {
            Outcome outcome = Outcome.of(command, "http://127.0.0.1:" + nobody.number() + "/hook", SECRET);
            assertThat(outcome.err()).contains("refused the connection").hasLineCount(1);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.exitCode()).isEqualTo(3);
        }
    }

    static Stream<String> talkers() {
        return Stream.of("test", "send");
    }

    @Test
    void nothingSelectedCouldNotRun() {
        Outcome outcome = Outcome.of("test", URL, SECRET, "--select=signature/missing", "--exclude=signature/*");
        assertThat(outcome.err()).contains("nothing is selected").hasLineCount(1);
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    /** Each was compared with each of hundreds of names, for minutes. */
    @ParameterizedTest
    @ValueSource(
            strings = {"explain @", "list --select=@", "receiver --secret=x --defect=@", "send " + URL + " --edit=@"})
    @Timeout(30)
    void whatIsLongIsToldAsFastAsWhatIsShort(String line) {
        String name = "x".repeat(100_000);
        Outcome outcome = Outcome.of(line.replace("@", name).split(" "));
        assertThat(outcome.err()).contains("nearest: ").hasLineCount(1);
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void theStackTraceIsShownOnRequestOnly() {
        Outcome outcome = Outcome.of("test", URL, "--secret-file", "/nonexistent/secret", "--verbose");
        assertThat(outcome.err()).startsWith("statuspulse: --secret-file").contains("\tat io.statuspulse.cli");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void aSecretInTheWrongPlaceIsNotRepeated() {
        assertThat(Outcome.of("test", URL, "--secrett=whsec_abc").err()).doesNotContain("abc");
        assertThat(Outcome.of("test", URL, "whsec_abc").err())
                .doesNotContain("abc")
                .contains("whsec_[hidden]");
        assertThat(Outcome.of("test", URL, "--secret-file=whsec_abc", "--verbose")
                        .err())
                .doesNotContain("abc");
    }

    @Test
    void controlCharactersAreShownAndNotRun() {
        assertThat(Outcome.of("explain", "\u001b[31m\nx").err())
                .contains("\\x1b[31m\\nx")
                .hasLineCount(1);
    }
}
