package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What the documentation shows compiles, and what it names is there. */
class DocumentationTest {
    private static final Path KIT = Path.of("..");
    private static final Path PAGE = KIT.resolve("docs/junit.md");
    private static final Pattern BLOCK =
            Pattern.compile("^```(?:java|kotlin)\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void every_example_is_compiled_as_it_stands() {
        String page = text(PAGE);
        List<String> sources = sources();

        assertThat(blocks(page)).hasSizeGreaterThan(6).allMatch(block -> isIn(sources, block));
        String readme = text(KIT.resolve("README.md"));
        String ours = readme.substring(readme.indexOf("## In a JUnit test"), readme.indexOf("## In your own code"));
        assertThat(blocks(ours)).isNotEmpty().allMatch(block -> isIn(sources, block));
    }

    @Test
    void every_area_and_setting_is_described() {
        String page = text(PAGE);

        assertThat(Stream.of(StatusPulseConformance.class.getInterfaces()).map(Class::getSimpleName))
                .allMatch(page::contains);
        assertThat(Stream.of(ReceiverUnderTest.class.getMethods())
                        .filter(method -> method.getDeclaringClass() == ReceiverUnderTest.class)
                        .map(method -> method.getName())
                        .filter(name -> !name.equals("toString")))
                .allMatch(name -> page.contains(name + "("));
        assertThat(Suite.scenarios().stream().flatMap(s -> s.tags().stream()).distinct())
                .allMatch(tag -> page.contains("`" + tag.label() + "`"));
    }

    private static boolean isIn(List<String> sources, String block) {
        return sources.stream().anyMatch(source -> source.contains(block));
    }

    private static List<String> blocks(String page) {
        return BLOCK.matcher(page)
                .results()
                .map((MatchResult r) -> squeezed(r.group(1)))
                .toList();
    }

    /** What is compiled: test sources, and the projects of the integration tests. */
    private static List<String> sources() {
        return Stream.of(Path.of("src/test"), Path.of("src/it"))
                .flatMap(DocumentationTest::files)
                .map(file -> squeezed(text(file)))
                .toList();
    }

    private static Stream<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|kt)")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        Assumptions.assumeTrue(Files.exists(file), "the sources of the kit are not in the working directory");
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where lines are broken says nothing. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
