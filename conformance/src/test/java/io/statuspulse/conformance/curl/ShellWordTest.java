package io.statuspulse.conformance.curl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "-n",
                "--help",
                "-\u00e9",
                "a b",
                "it's",
                "'",
                "$HOME `id` $(id) \"quoted\" \\n \\",
                "100% of %s and %d",
                "\u00e9\u0001 12 \u001b[2J",
                "tab\tand line\nend"
            })
    void shellTakesAWordForTheTextThatItWasMadeFrom(String text) throws Exception {
        assertThat(printed("printf %s " + ShellWord.of(text))).isEqualTo(text);
        assertThat(printed(ShellWord.printf(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 128})
    void everyByteIsPrinted(int from) throws Exception {
        String bytes = IntStream.range(from, from + 127)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
        assertThat(printed(ShellWord.printf(bytes + "\0" + "7"))).isEqualTo(bytes + "\0" + "7");
    }

    private static String printed(String command) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
