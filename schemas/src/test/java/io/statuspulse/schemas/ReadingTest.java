package io.statuspulse.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void what_a_yaml_document_holds_is_known_by_its_lines() {
        Reading reading = yaml("""
                # a comment
                knownFailures:
                  - scenario: timestamp/future
                    reason: >-
                      over two
                      lines

                  - reason: r
                    scenario: "*/missing"
                """);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.root().at("/knownFailures/1/scenario").asString()).isEqualTo("*/missing");
        assertThat(reading.line("")).hasValue(2);
        assertThat(reading.line("/knownFailures/0")).hasValue(3);
        assertThat(reading.line("/knownFailures/1")).hasValue(8);
        assertThat(reading.line("/knownFailures/1/scenario")).hasValue(9);
    }

    @Test
    void what_a_json_document_holds_is_known_by_its_lines() {
        Reading reading =
                json("{\"knownFailures\": [\n{\"scenario\": \"a/b\",\r\n\"reason\": \"r\"},\n\n{\"reason\":5}]}");

        assertThat(reading.line("/knownFailures/0")).hasValue(2);
        assertThat(reading.line("/knownFailures/0/reason")).hasValue(3);
        assertThat(reading.line("/knownFailures/1/reason")).hasValue(5);
        assertThat(reading.problems()).extracting(Problem::pointer).contains("/knownFailures/1/reason");
    }

    @Test
    void what_is_not_there_or_too_deep_has_the_line_of_what_is_around_it() {
        Reading reading = json("{\n\"knownFailures\":\n[\n" + "[\n".repeat(9) + "1" + "]".repeat(10) + "}");

        assertThat(reading.line("/knownFailures/0/0/0")).hasValue(6);
        assertThat(reading.line("/knownFailures/0/0/0/0/0/0/0")).hasValue(6);
        assertThat(reading.line("/knownFailures/7/reason")).hasValue(3);
        assertThat(reading.line("/nowhere")).hasValue(1);
    }

    @Test
    void pointers_are_those_of_problems() {
        Reading reading = json("{\"knownFailures\": [],\n \"a/b~c\": 1}");

        assertThat(reading.lines()).containsEntry("/a~1b~0c", 2);
    }

    @Test
    void what_cannot_be_read_has_one_problem_and_no_lines() {
        Reading reading = yaml("knownFailures: [\n");

        assertThat(reading.problems()).singleElement().extracting(Problem::rule).isEqualTo("yaml");
        assertThat(reading.root().isMissingNode()).isTrue();
        assertThat(reading.line("/knownFailures/0")).isEmpty();
    }

    private static Reading yaml(String text) {
        return Schemas.readYaml(SchemaName.KNOWN_FAILURES, text.getBytes(UTF_8));
    }

    private static Reading json(String text) {
        return Schemas.read(SchemaName.KNOWN_FAILURES, text.getBytes(UTF_8));
    }
}
