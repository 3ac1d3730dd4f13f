package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.SECRET;
import static io.statuspulse.cli.ReceiverFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendCommandTest {
    private static final String NOBODY = "http://192.0.2.1/hook";
    private static ReceiverFixture receiver;

    @BeforeAll
    static void start() {
        receiver = ReceiverFixture.correct();
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @Test
    void deliveriesAreProcessedOnceEach() {
        Outcome outcome = command().run("send", receiver.url(), "--count=3");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("3 deliveries, 3 accepted");
        assertThat(outcome.out().lines().filter(line -> line.startsWith("evt_")))
                .hasSize(3)
                .allMatch(line -> receiver.receiver().effects(line.substring(0, line.indexOf(':'))) == 1);
    }

    @Test
    void anEditThatIsRejectedFails() {
        Outcome outcome = command().run("send", receiver.url(), "--edit", "timestamp-shift=-1h");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("401 Unauthorized", "1 delivery, 0 accepted");
    }

    @Test
    void sameSeedAndClockGiveTheSameBytes() {
        String[] args = {"send", NOBODY, "--seed=42", "--at=2026-01-01T00:00:00Z", "--show", "--dry-run", "--count=2"};
        Outcome first = command().run(args);
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).isEqualTo(command().run(args).out()).contains("X-StatusPulse-Timestamp: 1767225600");
        args[2] = "--seed=43";
        assertThat(command().run(args).out()).isNotEqualTo(first.out());
    }

    @Test
    void whatIsShownHidesTheSecretAndTheSignature() {
        Outcome outcome =
                command().run("send", receiver.url(), "--show", "--edit", "append-field=note:\"" + SECRET + "\"");
        assertThat(outcome.out())
                .contains("> POST /webhook/statuspulse HTTP/1.1", "[secret]", "< HTTP 200 OK")
                .containsPattern("X-StatusPulse-Signature: [0-9a-f]{8}\\.\\.\\.")
                .doesNotContain(SECRET);
    }

    @Test
    void aBodyFromAFileIsSentByteForByte(@TempDir Path directory) throws IOException {
        Path body = Files.writeString(directory.resolve("body"), "{ \"event_id\": \"evt_0123456789ab\"\n}\n");
        Outcome outcome = command().run("send", NOBODY, "--dry-run", "--show", "--body", body.toString());
        assertThat(outcome.out()).contains("> { \"event_id\": \"evt_0123456789ab\"", "Content-Length: 35");
    }

    @Test
    void aBodyMayBePipedIn() {
        Outcome outcome = command().input("{\"a\":1}").run("send", NOBODY, "--dry-run", "--show", "--body=-");
        assertThat(outcome.out()).contains("> {\"a\":1}", "(no event_id): composed, not sent");
    }

    @Test
    void addedHeadersAreSent() {
        Outcome outcome = command().run("send", receiver.url(), "--show", "--header", "X-Gateway:  a: b ");
        assertThat(outcome.out()).contains("> X-Gateway: a: b\n");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void theRateIsKept() {
        long start = System.nanoTime();
        assertThat(command()
                        .run("send", receiver.url(), "--count=5", "--rate=20")
                        .exitCode())
                .isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void editsAreListed() {
        Outcome outcome = Outcome.of("send", "--list-edits");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("timestamp-shift=SHIFT", "drop-header=HEADER");
    }
}
