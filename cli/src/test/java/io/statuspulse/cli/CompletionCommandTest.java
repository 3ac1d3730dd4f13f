package io.statuspulse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real shells complete real command lines. */
@Timeout(120)
class CompletionCommandTest {
    /** Asks bash as Tab does: with the words as it breaks them, the last one being completed. */
    private static final String ASK_BASH = """
            source ./completion
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
            _statuspulse
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    /** Types into an interactive zsh, and prints what stands on its line once Tab was pressed. */
    private static final String ASK_ZSH = """
            zmodload zsh/zpty
            zpty shell 'PS1= TERM=dumb zsh -f -i'
            zpty -w shell 'unsetopt zle_bracketed_paste; setopt interactive_comments; stty -echo'
            zpty -w shell 'source ./completion; tell() { print -r -- "<<$BUFFER>>"; BUFFER=; zle .accept-line }'
            zpty -w shell 'zle -N tell; bindkey "^T" tell; bindkey "^I" complete-word; print rea""dy'
            zpty -r shell shown '*ready*'
            zpty -w -n shell "$1"$'\\t\\x14'
            zpty -r shell shown '*<<*>>*'
            shown=${shown##*<<}
            print -r -- "${shown%%>>*}"
            zpty -d shell
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void print() throws IOException {
        Outcome outcome = Outcome.of("completion", "bash");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        Files.writeString(directory.resolve("completion"), outcome.out());
        Files.createDirectories(directory.resolve("folder"));
        Files.writeString(directory.resolve("file.yaml"), "");
    }

    @ParameterizedTest
    @EnumSource(Shell.class)
    void scriptHoldsEveryCommandEveryOptionAndEveryScenario(Shell shell) {
        String script = Outcome.of("completion", shell.label()).out();
        assertThat(script)
                .contains(Suite.scenarios().stream().map(Scenario::id).toList())
                .doesNotContain("#{", "warm-up");
        Commands.all(io()).forEach((command, line) -> {
            assertThat(script).contains("'" + command.label() + "'");
            assertThat(line.getCommandSpec().options())
                    .allSatisfy(option -> assertThat(script).contains(option.longestName()));
        });
    }

    @Test
    void whatCanBeListedBelongsToAnOption() {
        List<String> names = Commands.all(io()).values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .flatMap(option -> Stream.of(option.names()))
                .toList();
        assertThat(names).containsAll(Candidates.ofOptions().keySet());
    }

    @Test
    void otherShellsAreRefused() {
        Outcome outcome = Outcome.of("completion", "fish");
        assertThat(outcome.err()).isEqualTo("statuspulse: SHELL: there is no 'fish', expected bash or zsh\n");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void bashIsToldWhatCompletesTheCommand() {
        assertThat(shell("bash", "source ./completion; complete -p statuspulse"))
                .containsExactly("complete -o nospace -F _statuspulse statuspulse");
    }

    /** Words are separated by a space, and those that bash breaks stand here as it breaks them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "di                                        | diagnose, diff",
                "test --prof                               | --profile",
                "test --select signature/miss              | signature/missing",
                "test --select = signature/miss            | signature/missing",
                "test --profile qu                         | quick",
                "test --profile = qu                       | quick",
                "test --profile =                          | quick, default, full",
                "test http : //127.0.0.1 : 8080/x --output | --output",
                "test http : //127.0.0.1 : 8080/x --output j | json",
                "test --report ht                          | html=",
                "test --report = ht                        | html=",
                "test --github su                          | summary",
                "test --report html = fi                   | file.yaml",
                "test --report = html = fi                 | file.yaml",
                "test --known-failures fi                  | file.yaml",
                "test --known-failures = fo                | folder/",
                "test --strict --profile f                 | full",
                "list --format j                           | json",
                "send --edit drop-h                        | drop-header=",
                "receiver --defect no-drift                | no-drift-check",
                "validate --schema rep                     | report",
                "validate --schema report --body fi        | file.yaml",
                "explain signature/miss                    | signature/missing",
                "diff fi                                   | file.yaml",
                "completion z                              | zsh",
                "--vers                                    | --version",
                "test --nothing-like-it                    | ''",
                "wrong                                     | ''",
            })
    void bashCompletes(String words, String expected) {
        String[] args = ("statuspulse " + words).split(" +", -1);
        assertThat(shell("bash", ASK_BASH, args))
                .map(String::strip)
                .containsExactlyInAnyOrder(expected.equals("''") ? new String[] {""} : expected.split(", ", -1));
    }

    @Test
    void bashCompletesAnEmptyWord() {
        assertThat(shell("bash", ASK_BASH, "statuspulse", ""))
                .map(String::strip)
                .contains("test", "demo", "completion")
                .doesNotContain("warm-up");
        assertThat(shell("bash", ASK_BASH, "statuspulse", "explain", ""))
                .hasSize(Suite.scenarios().size());
        assertThat(shell("bash", ASK_BASH, "statuspulse", "test", ""))
                .map(String::strip)
                .contains("--select", "--help");
    }

    /** As where {@code =} was taken out of COMP_WORDBREAKS. */
    @Test
    void bashCompletesWordsThatItWasToldNotToBreak() {
        assertThat(shell("bash", ASK_BASH, "statuspulse", "test", "--profile=qu"))
                .map(String::strip)
                .containsExactly("--profile=quick");
    }

    @ParameterizedTest
    @CsvSource({
        "statuspulse expl, statuspulse explain",
        "statuspulse test --prof, statuspulse test --profile",
        "statuspulse test --select signature/miss, statuspulse test --select signature/missing",
        "statuspulse test --profile=qu, statuspulse test --profile=quick",
        "statuspulse test http://127.0.0.1:8080/x --output j, statuspulse test http://127.0.0.1:8080/x --output json",
        "statuspulse test --report html=fi, statuspulse test --report html=file.yaml",
        "statuspulse test --known-failures fi, statuspulse test --known-failures file.yaml",
        "statuspulse explain signature/miss, statuspulse explain signature/missing",
    })
    void zshCompletes(String typed, String completed) {
        assertThat(shell("zsh", ASK_ZSH, typed)).map(String::strip).containsExactly(completed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void scriptIsReadWithoutAWord(String shell) {
        assertThat(shell(shell, "source ./completion 2>&1; printf done")).containsExactly("done");
    }

    private static Io io() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new Io(nowhere, nowhere, InputStream.nullInputStream(), Map.of(), Io.Terminals.NONE);
    }

    /** Returns what that shell prints, line by line. */
    private List<String> shell(String shell, String script, String... args) {
        List<String> command = Stream.concat(
                        Stream.of(shell, shell.equals("zsh") ? "-f" : "--norc", "-c", script, shell), Stream.of(args))
                .toList();
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            assertThat(process.waitFor()).as(() -> read(err)).isZero();
        } catch (IOException e) {
            return abort("there is no " + shell + " here: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(read(err)).isEmpty();
        return read(out).lines().toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
