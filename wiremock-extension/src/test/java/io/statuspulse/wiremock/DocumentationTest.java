package io.statuspulse.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/wiremock.md are files that the build compiles and runs; {@code -Dgolden.update=true} copies them. */
class DocumentationTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGE = ROOT.resolve("docs/wiremock.md");

    /** A comment that names a file, and the block of code after it. */
    private static final Pattern EXAMPLE =
            Pattern.compile("(?s)(<!-- (\\S+) -->\\n```(?:java|json)\\n)(.*?)(?=^```$)", Pattern.MULTILINE);

    @Test
    void examplesAreTheFilesThatAreRun() throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, withFiles(page), StandardCharsets.UTF_8);
            return;
        }

        assertThat(EXAMPLE.matcher(page).results()).hasSize(6);
        assertThat(page).isEqualTo(withFiles(page));
        assertThat(page.split("(?m)^```", -1).length - 1).as("no other code").isEqualTo(2 * 6);
    }

    private static String withFiles(String page) {
        return EXAMPLE.matcher(page).replaceAll(example -> Matcher.quoteReplacement(example.group(1) + file(example)));
    }

    private static String file(MatchResult example) {
        try {
            String text = Files.readString(ROOT.resolve(example.group(2)), StandardCharsets.UTF_8);
            return text.replaceFirst("^package [^;]+;\\n+", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
