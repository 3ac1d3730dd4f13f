package io.statuspulse.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemasTest {
    private static final String GUIDE = """
            {
            "event_id": "evt_9f82b1c4d5e6",
            "timestamp": "2024-05-14T09:32:11Z",
            "event_type": "status_change",
            "check_id": "chk_us_east_1_api",
            "endpoint": "https://api.example.com/v2/health",
            "previous_status": "operational",
            "current_status": "degraded",
            "response_time_ms": 1420,
            "region": "us-east-1",
            "error_code": 503,
            "retry_count": 0
            }""";

    @Test
    void the_guides_example_is_there_byte_for_byte() {
        assertThat(new String(Schemas.guideExample(), UTF_8)).isEqualTo(GUIDE);
    }

    @Test
    void a_body_is_judged_as_received_unless_told_otherwise() {
        byte[] unknownField = guide("\"region\"", "\"zone\": 1, \"region\"");

        assertThat(Schemas.validate(unknownField)).isEmpty();
        assertThat(Schemas.validate(SchemaName.EVENT_EMITTED, unknownField)).hasSize(1);
    }

    @Test
    void each_broken_rule_is_one_problem_in_the_order_of_the_pointers() {
        byte[] json = """
                {"event_id": "evt_1", "timestamp": 5, "event_type": "status_change", "check_id": "chk_a",
                 "endpoint": "nowhere", "previous_status": "degraded", "current_status": "degraded",
                 "response_time_ms": -1, "error_code": 600, "retry_count": 0, "b": 1, "a": 2}""".getBytes(UTF_8);

        assertThat(Schemas.validate(SchemaName.EVENT_EMITTED, json))
                .extracting(problem -> problem.pointer() + " " + problem.rule() + ": " + problem.words())
                .containsExactly(
                        " additionalProperties: \"a\" is not a field of the document",
                        " additionalProperties: \"b\" is not a field of the document",
                        " required: \"region\" is missing from the document",
                        "/current_status not: current_status is \"degraded\": anything but \"degraded\" wanted"
                                + " (the two statuses of a status_change differ)",
                        "/endpoint pattern: endpoint is \"nowhere\": it does not match"
                                + " ^[Hh][Tt][Tt][Pp][Ss]?://[^/?#:@] (an absolute http or https URI)",
                        "/error_code maximum: error_code is 600: at most 599 wanted"
                                + " (an HTTP status, or null where there was no error)",
                        "/event_id pattern: event_id is \"evt_1\": it does not match ^evt_[0-9a-f]{12}$"
                                + " (evt_ and twelve lower-case hexadecimal digits)",
                        "/response_time_ms minimum: response_time_ms is -1: at least 0 wanted"
                                + " (whole milliseconds, or null where no probe got a response)",
                        "/timestamp type: timestamp is 5: string wanted"
                                + " (an RFC 3339 date and time in UTC, of second precision, ending in Z)");
    }

    @Test
    void an_empty_object_lacks_eleven_fields() {
        assertThat(Schemas.validate("{}".getBytes(UTF_8)))
                .hasSize(11)
                .extracting(Problem::rule)
                .containsOnly("required");
    }

    @Test
    void words_escape_what_could_steer_a_terminal_and_cut_what_is_long() {
        byte[] json = guide("us-east-1\"", "us-east-1\", \"\\u009b31m\u007f" + "x".repeat(500) + "\": 1");

        assertThat(Schemas.validate(SchemaName.EVENT_EMITTED, json))
                .singleElement()
                .extracting(Problem::words)
                .asString()
                .startsWith("\"\\u009B31m\\u007Fxxx")
                .endsWith("xx... (517 characters) is not a field of the document");
    }

    @Test
    void a_field_name_is_escaped_in_a_pointer() {
        byte[] json = new String(Schemas.resource("examples/valid/report-one-failure.json"), UTF_8)
                .replace("\"connect\": 0.4", "\"a/b~c\": -4")
                .getBytes(UTF_8);

        assertThat(Schemas.validate(SchemaName.REPORT, json))
                .extracting(Problem::pointer)
                .containsExactly("/results/0/exchanges/0/timings/a~1b~0c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1E+2", "0e2147483647", "0.0", "-0.0", "14200000000000000000000000000", "1e999"})
    void a_whole_number_is_one_however_it_is_spelt(String number) {
        assertThat(Schemas.validate(guide("1420", number))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1e400", "-1E2", "-14200000000000000000000000000"})
    void a_number_below_its_bound_is_a_problem_however_it_is_spelt(String number) {
        assertThat(Example.rules(Schemas.validate(guide("1420", number)))).containsExactly("/response_time_ms minimum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-400", "1e-999999999", "-0.5", "1.00000000000000000000001", "-1e-400"})
    void a_fraction_is_no_whole_number_however_small(String number) {
        assertThat(Example.rules(Schemas.validate(guide("1420", number)))).containsExactly("/response_time_ms type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e1000",
                "100e2147483647",
                "1e999999999",
                "1e9999999999",
                "-1e99999999999999999999",
                "1e-99999999999999999999"
            })
    void a_number_too_large_to_write_out_is_a_problem_and_no_exception(String number) {
        assertThat(Example.rules(Schemas.validate(guide("1420", number)))).containsExactly(" json");
    }

    @Test
    void what_exceeds_a_limit_is_a_problem_and_no_exception() {
        assertThat(Example.rules(Schemas.validate("[".repeat(100_000).getBytes(UTF_8))))
                .containsExactly(" json");
        assertThat(Example.rules(Schemas.validate(guide("1420", "9".repeat(100_000)))))
                .containsExactly(" json");
        assertThat(Example.rules(Schemas.validateYaml(
                        SchemaName.KNOWN_FAILURES, "[".repeat(100_000).getBytes(UTF_8))))
                .containsExactly(" yaml");
    }

    @Test
    void hostile_but_valid_bodies_are_valid() {
        String colliding = IntStream.range(0, 1 << 13)
                .mapToObj(i -> IntStream.range(0, 13)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .reduce("", String::concat))
                .map(key -> "\"" + key + "\": 0, ")
                .reduce("", String::concat);

        assertThat(Schemas.validate(guide("\"region\"", colliding + "\"region\"")))
                .isEmpty();
        assertThat(Schemas.validate(guide("us-east-1", "x".repeat(1 << 20)))).isEmpty();
        assertThat(Schemas.validate(guide("us-east-1", "\\u0000\\ud800"))).isEmpty();
        assertThat(Schemas.validate(guide("chk_us_east_1_api", "chk_" + "a".repeat(1 << 20))))
                .isEmpty();
    }

    @Test
    void a_report_may_hold_a_body_of_sixteen_mebibytes() {
        byte[] json = new String(Schemas.resource("examples/valid/report-one-failure.json"), UTF_8)
                .replace("eyJl", "A".repeat(22_369_624))
                .getBytes(UTF_8);

        assertThat(Schemas.validate(SchemaName.REPORT, json)).isEmpty();
    }

    @Test
    void an_unreadable_document_says_where() {
        assertThat(Schemas.validate("{\n \"a\": tru }".getBytes(UTF_8)))
                .extracting(Problem::words)
                .singleElement()
                .asString()
                .contains("line 2, column ");
        assertThat(Schemas.validate(new byte[] {'"', 'a', (byte) 0xC3, '"'}))
                .extracting(Problem::words)
                .containsExactly("the document is not UTF-8: the byte at offset 2 does not fit");
    }

    @Test
    void many_threads_at_the_first_use_get_what_one_gets_later() {
        byte[] json = guide("1420", "-1");
        JsonNode tree = JsonMapper.shared().readTree(json);
        SchemaSet fresh = new SchemaSet(file -> new String(Schemas.resource(file), UTF_8));

        assertThat(IntStream.range(0, 2_000).parallel().mapToObj(i -> fresh.validate(SchemaName.EVENT_RECEIVED, tree)))
                .hasSize(2_000)
                .allMatch(Schemas.validate(json)::equals);
    }

    @Test
    void no_damage_to_a_document_gives_an_exception() {
        Random random = new Random(20260309);
        List<Example> examples = Example.all();

        assertThat(IntStream.range(0, 20_000)
                        .mapToObj(i -> damaged(examples.get(i % examples.size()), random))
                        .filter(problems -> !problems.isEmpty()))
                .hasSizeGreaterThan(10_000);
    }

    private static List<Problem> damaged(Example example, Random random) {
        byte[] bytes = example.bytes();
        for (int i = 0; i < 3 && bytes.length > 0; i++) {
            byte[] punctuation = "\"{}[]:,-+.eE\\ \n#*&!|>%@`'\t\u0000".getBytes(UTF_8);
            bytes[random.nextInt(bytes.length)] = punctuation[random.nextInt(punctuation.length)];
        }
        SchemaName schema = example.verdicts().get(0).name();
        return example.isYaml() ? Schemas.validateYaml(schema, bytes) : Schemas.validate(schema, bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nope.json", "../Schemas.class", "/v1/openapi.yaml", "examples/../openapi.yaml"})
    void a_file_that_is_not_there_is_an_illegal_argument(String path) {
        assertThatThrownBy(() -> Schemas.resource(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no file of the contract is named \"" + path + "\"");
    }

    @Test
    void the_text_of_a_schema_is_the_file() {
        assertThat(Schemas.text(SchemaName.REPORT)).isEqualTo(Schemas.resource("report.schema.json"));
        assertThat(SchemaName.of("report")).contains(SchemaName.REPORT);
        assertThat(SchemaName.of("Report")).isEmpty();
    }

    private static byte[] guide(String what, String with) {
        assertThat(GUIDE).containsOnlyOnce(what);
        return GUIDE.replace(what, with).getBytes(UTF_8);
    }
}
