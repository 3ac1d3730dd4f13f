package io.statuspulse.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The module is compiled against WireMock's standalone jar, and works with the thin one, too. */
class WireMockJarTest {
    /** What the standalone jar has moved: the names of other libraries behind {@code wiremock/}. */
    private static final Pattern MOVED = Pattern.compile("(?<![a-z0-9]/|[a-z0-9])wiremock/[a-z]+/");

    @Test
    void noClassNamesWhatOnlyTheStandaloneJarHas() throws Exception {
        Path classes = Path.of(StatusPulseSignatureMatcher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Path> ours;
        try (Stream<Path> files = Files.walk(classes)) {
            ours = files.filter(file -> file.toString().endsWith(".class")).toList();
        }

        assertThat(ours).hasSizeGreaterThanOrEqualTo(8);
        assertThat(ours)
                .allSatisfy(file -> assertThat(MOVED.matcher(text(file)).find())
                        .as(file.toString())
                        .isFalse());
        assertThat(MOVED.matcher("(Lwiremock/com/fasterxml/jackson/databind/JsonNode;)V")
                        .find())
                .isTrue();
    }

    /** The build runs some tests again with the other jar, and tells which one it means. */
    @Test
    void testsRunOnTheJarThatIsMeant() {
        boolean thin = "thin".equals(System.getProperty("wiremock.jar"));

        assertThat(isThere("org.eclipse.jetty.server.Server")).isEqualTo(thin);
        assertThat(isThere("wiremock.org.eclipse.jetty.server.Server")).isEqualTo(!thin);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className, false, WireMockJarTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
