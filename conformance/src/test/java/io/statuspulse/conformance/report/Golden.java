package io.statuspulse.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that say what output is to be, byte for byte. {@code -Dgolden.update=true} rewrites them instead. */
final class Golden {
    private static final Path DIRECTORY = Path.of("src", "test", "resources", "report");

    private Golden() {}

    static void check(String file, byte[] actual) throws IOException {
        Path golden = DIRECTORY.resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.write(golden, actual);
        }
        assertThat(new String(actual, StandardCharsets.UTF_8))
                .as("%s (run again with -Dgolden.update=true if the change is wanted)", golden)
                .isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
        assertThat(actual).isEqualTo(Files.readAllBytes(golden));
    }

    static void check(String file, String actual) throws IOException {
        check(file, actual.getBytes(StandardCharsets.UTF_8));
    }
}
