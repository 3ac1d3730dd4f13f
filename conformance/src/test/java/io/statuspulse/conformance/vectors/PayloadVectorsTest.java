package io.statuspulse.conformance.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.vectors.VectorFile.Entry;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PayloadVectorsTest {
    private static final String NAME = "payload-vectors.json";
    private static final byte[] BYTES =
            VectorFile.bytes(NAME, () -> PayloadVectorsJson.of(PayloadVectors.examples(), PayloadVectors.scenarios()));
    private static final JsonNode FILE = JsonMapper.shared().readTree(BYTES);
    private static final List<Entry> ENTRIES = VectorFile.entries(FILE);

    @Test
    void fileIsWhatTheListSays() {
        VectorFile.golden(NAME)
                .assertHolds(PayloadVectorsJson.of(PayloadVectors.examples(), PayloadVectors.scenarios())
                        .lines()
                        .toList());
    }

    @Test
    void fileIsValidAndSaysHowManyItHolds() {
        assertThat(Schemas.validate(SchemaName.PAYLOAD_VECTORS, BYTES)).isEmpty();
        assertThat(ENTRIES)
                .hasSizeGreaterThan(200)
                .hasSize(FILE.path("numberOfVectors").asInt());
    }

    @Test
    void idsAreUniqueAndKept() {
        List<String> ids = ENTRIES.stream().map(Entry::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
        PermanentIds.assertKept("payload-vector-ids.txt", ids);
    }

    @Test
    void flagsAreDefinedUsedAndSumUpTheVerdicts() {
        Set<String> used = ENTRIES.stream().flatMap(e -> e.flags().stream()).collect(Collectors.toSet());

        assertThat(FILE.path("flags").propertyNames()).containsExactlyInAnyOrderElementsOf(used);
        assertThat(ENTRIES)
                .allSatisfy(entry -> assertThat(entry.flags())
                        .as(entry.id())
                        .containsExactly(flag(
                                entry.vector().at("/received/valid").asBoolean(),
                                entry.vector().at("/emitted/valid").asBoolean(),
                                entry.vector()
                                        .at("/received/problems/0/rule")
                                        .asString("")
                                        .equals("json"))));
    }

    private static String flag(boolean received, boolean emitted, boolean unreadable) {
        if (received) {
            return emitted ? "ValidEvent" : "NewerEvent";
        }
        return unreadable ? "Unreadable" : "BrokenEvent";
    }

    @Test
    void verdictsOfBothSchemasAreThoseOfTheSchemas() {
        assertThat(ENTRIES).allSatisfy(entry -> {
            byte[] body = entry.body().toArray();
            assertThat(entry.vector().at("/received/valid").asBoolean())
                    .as(entry.id())
                    .isEqualTo(Schemas.validate(SchemaName.EVENT_RECEIVED, body).isEmpty());
            assertThat(entry.vector().at("/emitted/valid").asBoolean())
                    .as(entry.id())
                    .isEqualTo(Schemas.validate(SchemaName.EVENT_EMITTED, body).isEmpty());
        });
    }
}
