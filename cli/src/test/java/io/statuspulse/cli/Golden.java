package io.statuspulse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares text with a file, or writes the file with {@code -Dgolden.update=true}. */
final class Golden {
    private static final Path DIRECTORY = Path.of("src", "test", "resources");

    private Golden() {}

    static void assertEqual(String name, String text) {
        Path file = DIRECTORY.resolve(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text).as("%s (rewrite with -Dgolden.update=true)", name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
