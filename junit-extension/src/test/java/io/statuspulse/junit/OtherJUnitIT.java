package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests of this module, as they were compiled, on another JUnit: in a process that has only that on its class path. */
class OtherJUnitIT {
    private static final Path JUNITS = Path.of(System.getProperty("it.other.junits"));
    private static final Path TEST_CLASSES = Path.of(System.getProperty("it.test.classes"));
    private static final Pattern SUCCESSFUL = Pattern.compile("\\[ +([0-9]+) tests successful");

    @ParameterizedTest
    @ValueSource(strings = {"oldest", "newest"})
    void all_tests_pass(String line) throws IOException, InterruptedException {
        List<Path> jars = jars(JUNITS.resolve(line));
        assertThat(jars).hasSize(2);
        Path log = JUNITS.resolve(line + ".log");

        Command.Ended ended = Command.run(
                TEST_CLASSES,
                log,
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        classPath(jars),
                        "org.junit.platform.console.ConsoleLauncher",
                        "execute",
                        "--scan-classpath=" + TEST_CLASSES,
                        "--include-classname=.*Test",
                        "--details=summary",
                        "--disable-banner",
                        "--fail-if-no-tests"));

        assertThat(ended.exit()).as(ended.output()).isZero();
        Matcher successful = SUCCESSFUL.matcher(ended.output());
        assertThat(successful.find()).as(ended.output()).isTrue();
        assertThat(Integer.parseInt(successful.group(1))).isGreaterThan(40);
    }

    /** Our own class path, with these in the place of the JUnit on it. */
    private static String classPath(List<Path> jars) {
        List<String> all = new ArrayList<>();
        jars.forEach(jar -> all.add(jar.toString()));
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Arrays.stream(own.split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("junit-"))
                .filter(entry -> !entry.contains("surefire"))
                .forEach(all::add);
        return all.stream().distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> jars(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
