package io.statuspulse.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file that says what is expected, rewritten with {@code -Dgolden.update=true}. */
public record Golden(Path file) {

    /** One of this module's test resources. */
    public static Golden resource(String name) {
        return new Golden(Path.of("src", "test", "resources", name));
    }

    /** Returns whether the run rewrites golden files instead of comparing with them. */
    public static boolean isUpdating() {
        return Boolean.getBoolean("golden.update");
    }

    public List<String> lines() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read; -Dgolden.update=true writes it", e);
        }
    }

    /** Asserts that the file holds exactly these lines, or rewrites it. */
    public void assertHolds(List<String> lines) {
        if (isUpdating()) {
            write(lines);
        }
        assertThat(lines())
                .as("%s (after reading the difference, -Dgolden.update=true rewrites it)", file)
                .containsExactlyElementsOf(lines);
    }

    private void write(List<String> lines) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
