package io.statuspulse.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The example of docs/testcontainers.md is a file that the build compiles and {@link SuiteInContainerIT} runs; {@code
 * -Dgolden.update=true} copies it.
 */
class DocumentationTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGE = ROOT.resolve("docs/testcontainers.md");

    /** A comment that names a file, and the block of code after it. */
    private static final Pattern EXAMPLE =
            Pattern.compile("(?s)(<!-- (\\S+) -->\\n```java\\n)(.*?)(?=^```$)", Pattern.MULTILINE);

    @Test
    void exampleIsTheFileThatIsRun() throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        Matcher example = EXAMPLE.matcher(page);
        assertThat(example.find()).isTrue();
        String file = Files.readString(ROOT.resolve(example.group(2)), StandardCharsets.UTF_8)
                .replaceFirst("^package [^;]+;\\n+", "");
        String right = page.substring(0, example.start(3)) + file + page.substring(example.end(3));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, right, StandardCharsets.UTF_8);
            return;
        }
        assertThat(page).isEqualTo(right);
        assertThat(page.split("(?m)^```", -1)).as("no other code").hasSize(3);
    }
}
