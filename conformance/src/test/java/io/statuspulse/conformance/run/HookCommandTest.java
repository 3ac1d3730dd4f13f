package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HookCommandTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void secretsAreFilledInAsOneWordEachWhateverTheyHold() throws IOException {
        Path out = folder.resolve("out");
        String command = "sh -c 'printf \"%s|%s|%s\" \"$1\" \"$2\" \"$3\" > \"$0\"' " + out
                + " {current} \"{previous}\" a'b c'd";

        HookCommand.rotation(command, TIMEOUT).rotate("whsec_$(x) \"'", Optional.of("whsec_old"));

        assertThat(out).hasContent("whsec_$(x) \"'|whsec_old|ab cd");
    }

    @Test
    void wordsMayBeOfAnyLength() throws IOException {
        Path out = folder.resolve("out");
        String word = "x".repeat(20_000) + "'y'".repeat(5_000);

        HookCommand.failures("sh -c 'printf %s \"$1\" > \"$0\"' " + out + " " + word, TIMEOUT)
                .failNext("evt_0123456789ab");

        assertThat(Files.size(out)).isEqualTo(25_000);
    }

    @Test
    void aSecretThatHoldsTheNameOfAnotherStaysAsItIs() throws IOException {
        Path out = folder.resolve("out");

        HookCommand.rotation("sh -c 'printf %s \"$1\" > \"$0\"' " + out + " {current}{other}", TIMEOUT)
                .rotate("whsec_{previous}", Optional.of("whsec_old"));

        assertThat(out).hasContent("whsec_{previous}{other}");
    }

    @Test
    void secretsAreInTheEnvironmentToo() throws IOException {
        Path out = folder.resolve("out");
        String command =
                "sh -c 'printf \"%s|%s\" \"$STATUSPULSE_CURRENT_SECRET\" \"$STATUSPULSE_PREVIOUS_SECRET\" > \"$0\"' "
                        + out;

        HookCommand.rotation(command, TIMEOUT).rotate("whsec_new", Optional.empty());

        assertThat(out).hasContent("whsec_new|");
        assertThat(Files.size(out)).isEqualTo("whsec_new|".length());
    }

    @Test
    void eventIsFilledIn() throws IOException {
        Path out = folder.resolve("out");

        HookCommand.failures(
                        "sh -c 'printf \"%s|%s\" \"$1\" \"$STATUSPULSE_EVENT_ID\" > \"$0\"' " + out + " {event_id}",
                        TIMEOUT)
                .failNext("evt_0123456789ab");

        assertThat(out).hasContent("evt_0123456789ab|evt_0123456789ab");
    }

    @Test
    void commandThatFailsIsNamedWithWhatItSaidButNoSecret() {
        String command = "sh -c 'echo no such secret: $1; exit 3' sh {current}";

        assertThatThrownBy(() -> HookCommand.rotation(command, TIMEOUT).rotate("whsec_new", Optional.empty()))
                .hasMessage("'" + command + "' ended with 3: no such secret: {current}");
    }

    @Test
    void commandThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> HookCommand.failures("no-such-command-here {event_id}", TIMEOUT)
                        .failNext("evt_0"))
                .hasMessageStartingWith("'no-such-command-here {event_id}' cannot be run (");
    }

    @Test
    void commandThatHangsIsEnded() {
        assertThatThrownBy(() -> HookCommand.failures("sleep 600", Duration.ofMillis(200))
                        .failNext("evt_0"))
                .hasMessage("'sleep 600' did not end within 200 ms");
    }

    @Test
    void commandThatNobodyWaitsForAnyMoreIsEnded() throws Exception {
        Path pid = folder.resolve("pid");
        String command = "sh -c 'echo $$ > \"$0.part\"; mv \"$0.part\" \"$0\"; exec sleep 600' " + pid;
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread hook = new Thread(
                () -> HookCommand.failures(command, Duration.ofMinutes(10)).failNext("evt_0"));
        hook.setUncaughtExceptionHandler((thread, e) -> thrown.set(e));
        hook.start();
        await().until(() -> Files.exists(pid));

        hook.interrupt();
        hook.join();

        assertThat(thrown.get()).hasMessage("interrupted while '" + command + "' was running");
        long id = Long.parseLong(Files.readString(pid).strip());
        await().until(() -> ProcessHandle.of(id).isEmpty());
    }

    @Test
    void commandThatSaysMuchEndsAllTheSame() {
        HookCommand.failures("sh -c 'head -c 1000000 /dev/zero'", TIMEOUT).failNext("evt_0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void blankCommandIsRefused(String command) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HookCommand.rotation(command, TIMEOUT))
                .withMessage("rotate: the command is blank");
    }

    @Test
    void openQuoteIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HookCommand.rotation("sh -c 'echo", TIMEOUT))
                .withMessage("rotate: 'sh -c 'echo' has a quote that is not closed");
    }
}
