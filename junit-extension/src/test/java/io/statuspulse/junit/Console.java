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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JUnit's own launcher for consoles, of one of JUnit's lines, with nothing else of JUnit on its class path. */
final class Console {
    private static final Path JUNITS = Path.of(System.getProperty("it.other.junits"));

    private final List<Path> jars;
    private final List<String> properties;

    private Console(List<Path> jars, List<String> properties) {
        this.jars = jars;
        this.properties = properties;
    }

    /** Returns the launcher of that line, e.g. {@code 5.12}. */
    static Console of(String line) throws IOException {
        try (Stream<Path> files = Files.list(JUNITS.resolve(line))) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            assertThat(jars).hasSize(2);
            return new Console(jars, List.of());
        }
    }

    /** Sets a system property. */
    Console with(String property, String value) {
        List<String> all = new ArrayList<>(properties);
        all.add("-D" + property + "=" + value);
        return new Console(jars, all);
    }

    Command.Ended run(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(properties);
        command.addAll(List.of(
                "-classpath",
                classPath(),
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--disable-ansi-colors"));
        command.addAll(List.of(arguments));
        return Command.run(directory, directory.resolve("console.log"), Map.of(), command);
    }

    /** Our own class path, with these in the place of the JUnit on it. */
    private String classPath() {
        List<String> all = new ArrayList<>();
        jars.forEach(jar -> all.add(jar.toString()));
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Arrays.stream(own.split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("junit-"))
                .filter(entry -> !entry.contains("surefire"))
                .forEach(all::add);
        return all.stream().distinct().collect(Collectors.joining(File.pathSeparator));
    }
}
