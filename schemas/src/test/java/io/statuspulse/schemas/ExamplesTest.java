package io.statuspulse.schemas;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExamplesTest {
    private static final Path DIRECTORY = Path.of("src/main/resources/io/statuspulse/schemas/v1/examples");

    @TestFactory
    Stream<DynamicTest> each_example_is_judged_as_the_index_says() {
        return Example.all().stream()
                .flatMap(example -> example.verdicts().stream()
                        .map(verdict -> dynamicTest(
                                verdict.schema() + " on " + example.path(),
                                () -> assertThat(Example.rules(example.judge(verdict.name())))
                                        .as(example.about())
                                        .isEqualTo(verdict.expected()))));
    }

    @TestFactory
    Stream<DynamicTest> each_example_is_judged_alike_under_another_locale() {
        return Stream.of("ar-EG", "tr-TR", "hi-IN-u-nu-deva")
                .map(tag -> dynamicTest(tag, () -> {
                    String usual = everyWord();
                    Locale before = Locale.getDefault();
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    try {
                        assertThat(everyWord()).isEqualTo(usual).matches("\\p{ASCII}+");
                    } finally {
                        Locale.setDefault(before);
                    }
                }));
    }

    @Test
    void every_file_is_in_the_index_and_every_entry_has_a_file() throws IOException {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> DIRECTORY.relativize(file).toString().replace('\\', '/'))
                            .filter(path -> !path.equals("examples.json")))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(
                            Example.all().stream().map(Example::path).toList());
        }
    }

    @Test
    void the_directory_of_an_example_sums_up_its_verdicts() {
        assertThat(Example.all()).allSatisfy(example -> {
            Set<Boolean> valid =
                    example.verdicts().stream().map(Example.Verdict::valid).collect(toSet());
            Set<Boolean> expected = example.path().startsWith("received-only/")
                    ? Set.of(true, false)
                    : Set.of(example.path().startsWith("valid/"));
            assertThat(valid).isEqualTo(expected);
        });
    }

    @Test
    void every_invalid_verdict_gives_its_reason() {
        assertThat(Example.all().stream().flatMap(example -> example.verdicts().stream()))
                .filteredOn(verdict -> !verdict.valid())
                .hasSizeGreaterThan(200)
                .allSatisfy(verdict -> assertThat(verdict.reason()).isNotBlank());
    }

    private static String everyWord() {
        return Example.all().stream()
                .flatMap(example ->
                        example.verdicts().stream().flatMap(verdict -> example.judge(verdict.name()).stream()))
                .map(Problem::words)
                .collect(joining("\n"));
    }
}
