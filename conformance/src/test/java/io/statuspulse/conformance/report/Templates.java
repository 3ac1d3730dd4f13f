package io.statuspulse.conformance.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sources of the page's templates. */
final class Templates {
    private Templates() {}

    static List<String> all() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "jte"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.toList()) {
                texts.add(Files.readString(file, StandardCharsets.UTF_8));
            }
            return texts;
        }
    }
}
