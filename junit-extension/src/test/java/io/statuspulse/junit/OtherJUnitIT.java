package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tests of this module, as they were compiled, on another JUnit: in a process that has only that on its class path. */
class OtherJUnitIT {
    private static final Path TEST_CLASSES = Path.of(System.getProperty("it.test.classes"));
    private static final Pattern SUCCESSFUL = Pattern.compile("\\[ +([0-9]+) tests successful");

    @TempDir
    Path directory;

    /**
     * All of them on the ends, and on the lines between what depends on JUnit most: 23 tests, of which three need 5.12 to
     * attach files.
     */
    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @CsvSource({
        "5.10, .*Test, 91",
        "5.11, .*(AttachmentsTest|BatchTest|ConformanceTestTest), 20",
        "5.12, .*(AttachmentsTest|BatchTest|ConformanceTestTest), 23",
        "5.13, .*(AttachmentsTest|BatchTest|ConformanceTestTest), 23",
        "6.0, .*(AttachmentsTest|BatchTest|ConformanceTestTest), 23",
        "6.1, .*Test, 91"
    })
    void the_tests_pass(String line, String classes, int atLeast) throws IOException, InterruptedException {
        Command.Ended ended = Console.of(line)
                .run(
                        directory,
                        "--scan-classpath=" + TEST_CLASSES,
                        "--include-classname=" + classes,
                        "--details=summary",
                        "--fail-if-no-tests");

        assertThat(ended.exit()).as(ended.output()).isZero();
        Matcher successful = SUCCESSFUL.matcher(ended.output());
        assertThat(successful.find()).as(ended.output()).isTrue();
        assertThat(Integer.parseInt(successful.group(1))).isGreaterThanOrEqualTo(atLeast);
    }
}
