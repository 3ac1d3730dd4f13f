package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/**
 * A copy of each example in Java finds the kit in a repository, and its broken receiver fails with what docs/examples.md prints:
 * {@code -Dgolden.update=true} writes it.
 */
class ExamplesIT {
    private static final Path PAGE = Path.of(System.getProperty("it.examples"), "../docs/examples.md");

    @ParameterizedTest
    @ValueSource(strings = {"jdk-server", "javalin", "spring-boot"})
    void the_documentation_prints_what_a_broken_receiver_fails_with(String example) throws IOException {
        UserProjects built = UserProjects.built();
        String project = "broken-" + example;

        assertThat(built.outcome(project)).as(built.output()).isEqualTo("FAILURE");
        String output = output(built.tests(project))
                .replace(UserProjects.project(project).file("").toString(), "/home/you/" + example);
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        Matcher printed = Pattern.compile("(?s)<!-- " + example + " -->\n```text\n(.*?)```")
                .matcher(page);
        assertThat(printed.find()).as("%s has no output of %s", PAGE, example).isTrue();
        if (Boolean.getBoolean("golden.update")) {
            String updated = page.substring(0, printed.start(1)) + output + page.substring(printed.end(1));
            Files.writeString(PAGE, updated, StandardCharsets.UTF_8);
        } else {
            assertThat(comparable(printed.group(1)))
                    .as("docs/examples.md (rewrite with -Dgolden.update=true)")
                    .isEqualTo(comparable(output));
        }
    }

    /** What Surefire reports: the first failure whole, of the others the first line, and how many there are. */
    private static String output(List<Element> tests) {
        List<String> failures = tests.stream()
                .filter(test -> UserProject.has(test, "failure"))
                .map(test -> test.getElementsByTagName("failure").item(0).getTextContent())
                .map(text -> text.substring(text.indexOf("FAILED "), text.indexOf("\n\tat ")))
                .toList();
        assertThat(failures).isNotEmpty();
        long skipped =
                tests.stream().filter(test -> UserProject.has(test, "skipped")).count();
        assertThat(tests).noneMatch(test -> UserProject.has(test, "error"));
        String first = failures.get(0) + "\n";
        String others = failures.stream()
                .skip(1)
                .map(failure -> failure.lines().findFirst().orElseThrow() + "\n  …\n")
                .collect(Collectors.joining());
        return first + others + "Tests run: " + tests.size() + ", Failures: " + failures.size()
                + ", Errors: 0, Skipped: " + skipped + "\n";
    }

    /** Without what is another in each run: events, and how many copies of one come at once. */
    private static String comparable(String text) {
        return text.replaceAll("evt_[0-9a-f]{12}", "evt_…").replaceAll("processed [0-9]+ times", "processed … times");
    }
}
