package io.statuspulse.conformance.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class ProcessStarterTest {
    private static final String FREE = "http://127.0.0.1:{port}/hook";
    private static final Secrets SECRETS = Secrets.of(Secret.of("whsec_0123456789abcdef"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void receiverThatListensIsReadyAndGoneAfterwards() {
        ProcessReceiver receiver =
                starter("print", "starting", "serve", "{port}").start();
        URI url = receiver.url();

        assertThat(url).hasScheme("http").hasHost("127.0.0.1").hasPath("/hook");
        assertThat(takesConnections(url)).isTrue();
        assertThat(receiver.exitCode()).isEmpty();
        await().untilAsserted(() -> assertThat(receiver.log()).isEqualTo("starting\nlistening at " + url.getPort()));

        receiver.close();
        receiver.close();
        assertThat(takesConnections(url)).isFalse();
        assertThat(receiver.exitCode()).isPresent();
        assertThat(receiver.left()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:0/hook?a=:0", "http://localhost:{port}/hook?a=:0", "http://localhost:00"})
    void chosenPortIsInTheEnvironment(String url) {
        try (ProcessReceiver receiver = ProcessStarter.of(Program.command("serve-variable", "PORT"), url)
                .start()) {
            assertThat(receiver.url().getPort()).isPositive();
            assertThat(receiver.url().toString().replace(":" + receiver.url().getPort(), ""))
                    .isEqualTo(url.replaceFirst(":(00?|[{]port[}])", ""));
        }
    }

    @Test
    void portThatTheUserNamesIsFilledInAndTheEnvironmentLeftAsItIs() throws IOException {
        int port = freePort();
        String command = Program.command("print-variable", "PORT", "serve", "{port}");
        try (ProcessReceiver receiver =
                ProcessStarter.of(command, "http://127.0.0.1:" + port + "/").start()) {
            await().untilAsserted(() ->
                    assertThat(receiver.log()).isEqualTo("PORT=" + System.getenv("PORT") + "\nlistening at " + port));
        }
    }

    @Test
    void variablesAndFolderAreTheUsers() {
        ProcessStarter starter = starter("print-variable", "PORT", "print-folder", "in ", "serve", "{port}")
                .env("PORT", "mine")
                .in(folder);
        try (ProcessReceiver receiver = starter.start()) {
            assertThat(receiver.log()).startsWith("PORT=mine\nin " + folder.getFileName());
        }
    }

    @Test
    void portCanBeChosenBeforeTheStart() {
        ProcessStarter starter = starter("serve", "{port}");
        assertThat(starter.url()).isEmpty();

        ProcessStarter chosen = starter.atFreePort();
        try (ProcessReceiver receiver = chosen.start()) {
            assertThat(chosen.url()).contains(receiver.url());
            assertThat(chosen.atFreePort()).isSameAs(chosen);
        }
    }

    @Test
    void receiverThatNeverListensIsEndedWithWhatItSaid() throws IOException {
        Path pid = folder.resolve("pid");
        ProcessStarter starter = starter("print", "Warte ^.", "write-pid", pid.toString(), "wait", "")
                .readyWithin(Duration.ofSeconds(5));

        ReceiverStartException e = catchThrowableOfType(ReceiverStartException.class, starter::start);

        assertThat(e.reason()).matches("'.+' took no connection at 127\\.0\\.0\\.1:[0-9]+ within 5 s");
        assertThat(e.log()).isEqualTo("Warte …");
        assertThat(e).hasMessage(e.reason() + "; the end of its output:\nWarte …");
        assertThat(isGone(pid)).isTrue();
    }

    @Test
    void receiverThatEndsIsNoticedAtOnce() {
        ProcessStarter starter = starter("print", "no database", "exit", "7").readyWithin(Duration.ofHours(1));

        ReceiverStartException e = catchThrowableOfType(ReceiverStartException.class, starter::start);

        assertThat(e.reason()).matches("'.+' ended with 7 before it took a connection at 127\\.0\\.0\\.1:[0-9]+");
        assertThat(e.log()).isEqualTo("no database");
    }

    @Test
    void receiverThatEndsLaterTellsItsExitCode() {
        // Its only connection is the one that found it ready.
        try (ProcessReceiver receiver = starter("serve-one", "{port}", "print", "out of memory", "exit", "9")
                .start()) {
            await().until(() -> receiver.exitCode().isPresent());
            assertThat(receiver.exitCode()).hasValue(9);
            await().until(() -> receiver.log().endsWith("out of memory"));
        }
    }

    @Test
    void commandThatIsNotThereIsNamed() {
        assertThatThrownBy(ProcessStarter.of("no-such-command-here --port {port}", FREE)::start)
                .isInstanceOf(ReceiverStartException.class)
                .hasMessageStartingWith("'no-such-command-here --port {port}' cannot be run (");
    }

    @Test
    void nothingIsStartedWhereSomebodyIsThereAlready() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Path pid = folder.resolve("pid");
            String command = Program.command("write-pid", pid.toString(), "exit", "0");

            assertThatThrownBy(ProcessStarter.of(command, "http://127.0.0.1:" + other.getLocalPort())::start)
                    .isInstanceOf(ReceiverStartException.class)
                    .hasMessageStartingWith("127.0.0.1:" + other.getLocalPort() + " takes connections before '")
                    .hasMessageContaining("another receiver would be tested");
            assertThat(pid).doesNotExist();
        }
    }

    @Test
    void whatTheReceiverStartedIsGoneToo() throws IOException {
        Path pid = folder.resolve("pid");
        ProcessReceiver receiver =
                starter("child", pid.toString(), "serve", "{port}").start();
        await().until(() -> Files.exists(pid));
        assertThat(isGone(pid)).isFalse();

        receiver.close();

        assertThat(isGone(pid)).isTrue();
        assertThat(receiver.left()).isEmpty();
    }

    @Test
    void whatHasLostItsParentIsGoneToo() throws IOException {
        assumeTrue(Files.isReadable(Path.of("/proc/self/environ")), "only Linux tells the environment of a process");
        Path pid = folder.resolve("pid");
        ProcessReceiver receiver =
                starter("orphan", pid.toString(), "serve", "{port}").start();
        await().until(() -> Files.exists(pid));
        assertThat(isGone(pid)).isFalse();

        receiver.close();

        assertThat(isGone(pid)).isTrue();
    }

    @Test
    void whatIsLeftByAReceiverThatEndsBeforeItIsReadyIsGoneToo() throws IOException {
        assumeTrue(Files.isReadable(Path.of("/proc/self/environ")), "only Linux tells the environment of a process");
        Path pid = folder.resolve("pid");

        assertThatThrownBy(starter("child", pid.toString(), "await", pid.toString(), "exit", "0")::start)
                .hasMessageContaining("ended with 0");

        assertThat(isGone(pid)).isTrue();
    }

    @Test
    void receiverThatDoesNotEndByItselfIsForced() throws IOException {
        Path pid = folder.resolve("pid");
        ProcessReceiver receiver = starter("stay", "", "write-pid", pid.toString(), "serve", "{port}")
                .start();

        receiver.close();

        assertThat(isGone(pid)).isTrue();
        assertThat(receiver.exitCode()).isPresent();
    }

    @Test
    void interruptedStartLeavesNothing() throws Exception {
        Path pid = folder.resolve("pid");
        ProcessStarter starter =
                starter("write-pid", pid.toString(), "wait", "").readyWithin(Duration.ofHours(1));
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        Thread starting = new Thread(() -> {
            try {
                starter.start();
            } catch (ReceiverStartException e) {
                thrown.set(e);
                interrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        starting.start();
        await().until(() -> Files.exists(pid));

        starting.interrupt();
        starting.join();

        assertThat(thrown.get()).hasMessageStartingWith("interrupted while '");
        assertThat(interrupted.get()).isTrue();
        assertThat(isGone(pid)).isTrue();
    }

    @Test
    void outputIsSafeToPrintAndHoldsNoSecret() {
        ProcessStarter starter = starter("print", "^[[2J^[]0;owned whsec_0123456789abcdef\tx", "exit", "1")
                .hiding(SECRETS);

        ReceiverStartException e = catchThrowableOfType(ReceiverStartException.class, starter::start);

        assertThat(e.log())
                .startsWith("\\x1b[2J\\x1b]0;owned ")
                .endsWith("    x")
                .doesNotContain("whsec_0123456789abcdef", "\u001b");
        // The command that is named holds it as well.
        assertThat(e.getMessage()).doesNotContain("whsec_0123456789abcdef");
    }

    @Test
    void muchOutputIsTakenAndItsEndKept() {
        try (ProcessReceiver receiver =
                starter("fill", "1000000", "serve", "{port}").start()) {
            await().until(() -> receiver.log().contains("listening"));
            assertThat(receiver.log()).hasSizeBetween(60_000, Tail.MOST).startsWith("xxx");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'  ', http://127.0.0.1:1, start: the command is blank",
        "sh -c 'echo, http://127.0.0.1:1, start: 'sh -c 'echo' has a quote that is not closed",
        "node, ftp://127.0.0.1:0, has no http or https scheme",
        "node, http://127.0.0.1:70000, is out of range",
        "node, http://127.0.0.1:0x, URL: 'http://127.0.0.1:0x'"
    })
    void whatCannotBeStartedIsNamed(String command, String url, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProcessStarter.of(command, url))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0 ms", "PT2H, 7200000 ms"})
    void readyTimeoutHasBounds(Duration timeout, String shown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> starter("exit", "0").readyWithin(timeout))
                .withMessage("ready timeout: " + shown + " is out of range [1 ms, 3600000 ms]");
    }

    private static ProcessStarter starter(String... args) {
        return ProcessStarter.of(Program.command(args), FREE);
    }

    private static boolean takesConnections(URI url) {
        return new Port(url.getHost(), url.getPort()).takesConnections(Duration.ofSeconds(5));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static boolean isGone(Path pid) throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readString(pid)))
                .map(process -> new ProcessTree(process, new Marker("")).alive().isEmpty())
                .orElse(true);
    }
}
