package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the artifact brings to a user's class path, as Maven resolves it, is what docs/weight.md lists. */
class WeightIT {
    private static final Path PAGE = Path.of(System.getProperty("it.examples"), "../docs/weight.md");
    private static final Pattern LOGGING_BACK_END = Pattern.compile(
            "logback.*|log4j-(core|slf4j).*|slf4j-(simple|nop|jdk14|reload4j).*|commons-logging.*|jboss-.*");
    /** Of what that project asks for itself: JUnit with what it needs, and a Jackson 2. */
    private static final Pattern OF_THE_USER =
            Pattern.compile("(junit|opentest4j|apiguardian|surefire)-.*|jackson-(core|databind)-2\\..*");

    private static final long MOST_BYTES = 6_000_000;

    private static List<Path> ours = List.of();
    private static List<Path> others = List.of();

    @BeforeAll
    static void resolved() throws IOException {
        List<Path> jars = UserProjects.built().classPath("beside-jackson-new").stream()
                .filter(jar -> name(jar).endsWith(".jar"))
                .filter(jar -> !OF_THE_USER.matcher(name(jar)).matches())
                .toList();
        ours = jars.stream().filter(jar -> name(jar).startsWith("statuspulse-")).toList();
        others = jars.stream().filter(jar -> !ours.contains(jar)).toList();
    }

    @Test
    void the_documentation_lists_every_jar_with_its_size() throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);

        assertThat(others).as("what Maven resolves").hasSizeGreaterThan(5);
        assertThat(page.lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.replaceAll(" \\| [^|]*\\|$", "")))
                .containsExactlyInAnyOrderElementsOf(rows());
        assertThat(page).contains(others.size() + " jars of others, " + megabytes(size(others)));
    }

    @Test
    void it_stays_light() throws IOException {
        assertThat(others).hasSizeLessThan(15);
        assertThat(size(others)).isLessThan(MOST_BYTES);
        assertThat(others).noneMatch(jar -> LOGGING_BACK_END.matcher(name(jar)).matches());
    }

    /** A round number, for each change of the kit makes its own a little larger or smaller. */
    @Test
    void the_documentation_says_what_the_kit_itself_weighs() throws IOException {
        Matcher said = Pattern.compile("The four jars of the kit itself have about ([0-9.]+) MB")
                .matcher(Files.readString(PAGE, StandardCharsets.UTF_8));

        assertThat(ours).hasSize(4);
        assertThat(said.find()).isTrue();
        assertThat(Double.parseDouble(said.group(1)) * 1e6).isCloseTo((double) size(ours), withinPercentage(10));
    }

    private static List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Path jar : others) {
            rows.add(String.format(Locale.ROOT, "| `%s` | %,d", name(jar), Files.size(jar)));
        }
        return rows;
    }

    private static long size(List<Path> jars) throws IOException {
        long size = 0;
        for (Path jar : jars) {
            size += Files.size(jar);
        }
        return size;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static String name(Path jar) {
        return jar.getFileName().toString();
    }
}
