package io.statuspulse.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaFilesTest {
    private static final Path DIRECTORY = Path.of("src/main/resources/io/statuspulse/schemas/v1");
    private static final String DIALECT = SpecificationVersion.DRAFT_2020_12.getDialectId();

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void each_name_has_its_file() throws IOException {
        assertThat(files())
                .containsAll(
                        Arrays.stream(SchemaName.values()).map(SchemaName::file).toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_metaschema_validates_each_schema(String file) {
        var metaschema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(DIALECT));

        assertThat(metaschema.validate(json(file))).isEmpty();
        assertThat(metaschema.validate(json("{\"type\": \"text\"}".getBytes(StandardCharsets.UTF_8))))
                .as("control: the metaschema can say no")
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_schema_names_itself_after_its_file(String file) {
        assertThat(json(file).path("$schema").asString()).isEqualTo(DIALECT);
        assertThat(json(file).path("$id").asString()).isEqualTo(SchemaSet.BASE + file);
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_reference_leads_to_a_part_of_these_files(String file) {
        assertThat(json(file).findValuesAsString("$ref")).allSatisfy(reference -> {
            String[] halves = reference.split("#", 2);
            JsonNode document = json(halves[0].isEmpty() ? file : halves[0]);
            assertThat(document.at(halves[1]).isObject()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_part_is_used(String file) throws IOException {
        List<String> references = files().stream()
                .flatMap(other -> json(other).findValuesAsString("$ref").stream()
                        .map(reference -> reference.startsWith("#") ? other + reference : reference))
                .toList();

        assertThat(json(file).path("$defs").propertyNames())
                .allSatisfy(part -> assertThat(references).contains(file + "#/$defs/" + part));
    }

    private static JsonNode json(String file) {
        return json(Schemas.resource(file));
    }

    private static JsonNode json(byte[] bytes) {
        return JsonMapper.shared().readTree(bytes);
    }
}
