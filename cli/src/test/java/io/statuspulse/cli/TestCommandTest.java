package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.SECRET;
import static io.statuspulse.cli.ReceiverFixture.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestCommandTest {
    private static ReceiverFixture correct;
    private static ReceiverFixture wrong;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        correct = ReceiverFixture.correct();
        wrong = ReceiverFixture.with("no-drift-check");
    }

    @AfterAll
    static void stop() {
        correct.close();
        wrong.close();
    }

    @Test
    void aCorrectReceiverPasses() {
        Outcome outcome = command()
                .run("test", correct.url(), "--effects", correct.receiver().effectsTemplate(), "--seed=5");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("PASSED", "seed 5").doesNotContain(SECRET);
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aDefectFails() {
        Outcome outcome = command().run("test", wrong.url(), "--select=timestamp/hour-old");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("FAILED timestamp/hour-old", "TimestampShift[-PT1H]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--select=signature/missing", "--profile=quick", "--select=must", "--exclude=timestamp"})
    void selectionsAreRun(String selection) {
        assertThat(command().run("test", correct.url(), selection).exitCode()).isZero();
    }

    @Test
    void statusesOfRejectionAreConfigurable() {
        Outcome outcome = command().run("test", correct.url(), "--select=signature/missing", "--reject-status=403,410");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("403, 410");
    }

    @Test
    void theOptionGoesBeforeTheEnvironment() {
        String[] args = {"test", correct.url(), "--select=acceptance/status-change"};
        assertThat(new Outcome.Invocation()
                        .env("STATUSPULSE_SECRET", "other")
                        .run(args)
                        .exitCode())
                .isEqualTo(1);
        assertThat(new Outcome.Invocation()
                        .env("STATUSPULSE_SECRET", "other")
                        .run(args[0], args[1], args[2], "--secret", SECRET)
                        .exitCode())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void oneLineEndOfASecretFileIsNotPartOfTheSecret(String end) throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), SECRET + end);
        Outcome outcome = Outcome.of(
                "test", correct.url(), "--select=acceptance/status-change", "--secret-file", file.toString());
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void twoLineEndsOfASecretFileAreNotBothTaken() throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), SECRET + "\n\n");
        Outcome outcome = Outcome.of(
                "test", correct.url(), "--select=acceptance/status-change", "--secret-file", file.toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void effectsThatCannotBeReadStopTheRun() {
        Outcome outcome = command().run("test", correct.url(), "--effects", correct.url() + "?{event_id}");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).startsWith("statuspulse: effects: ").hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void effectsAreSaidNotToBeObservedWithoutAProbe() {
        Outcome outcome = command().run("test", correct.url(), "--select=signature/missing");
        assertThat(outcome.out()).containsIgnoringCase("not observed").contains("--effects");
    }

    /** The receiver answers one delivery only when the line says that it is waited for. */
    @Test
    @Timeout(60)
    void progressSaysWhatIsWaitedForAndIsGoneBeforeTheReport() throws IOException {
        StringWriter screen = new StringWriter();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestHeaders().getFirst("User-Agent").contains("(signature/missing)")) {
                await().until(() -> screen.toString().contains("; signature/missing 1 s"));
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        try {
            int exitCode = Cli.run(
                    new Io(
                            new PrintWriter(screen),
                            new PrintWriter(screen),
                            InputStream.nullInputStream(),
                            Map.of("TERM", "xterm", "STATUSPULSE_SECRET", SECRET),
                            new Io.Terminals(true, true)),
                    "test",
                    "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook",
                    "--select=signature/missing",
                    "--select=signature/empty",
                    "--jobs=2");
            assertThat(exitCode).isEqualTo(1);
        } finally {
            receiver.stop(0);
        }
        String shown = screen.toString();
        int erased = shown.lastIndexOf("\r\u001b[K");
        assertThat(erased).isPositive();
        assertThat(shown.substring(erased)).contains("EFFECTS NOT OBSERVED", "signature/missing");
        assertThat(shown.substring(0, erased)).doesNotContain("EFFECTS NOT OBSERVED");
    }
}
