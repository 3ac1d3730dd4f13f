package io.statuspulse.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each rule of the event's schemas is held by an example: weaken it, and the example's verdict is another. */
class EveryRuleTest {
    /** The part for all types rejects the same values. It is repeated beside pattern for validators that ask for it. */
    private static final String EQUIVALENT = "/allOf/3/then/properties/endpoint/type dropped";

    private record Case(SchemaName schema, JsonNode tree, List<String> expected) {}

    private static final List<Case> CASES = Example.all().stream()
            .filter(example -> !example.isYaml())
            .flatMap(example -> example.verdicts().stream()
                    .filter(verdict -> verdict.schema().startsWith("event-"))
                    .flatMap(verdict ->
                            tree(example).stream().map(tree -> new Case(verdict.name(), tree, verdict.expected()))))
            .toList();

    @ParameterizedTest
    @ValueSource(strings = {"event-emitted.schema.json", "event-received.schema.json", "event-common.schema.json"})
    void no_rule_can_be_weakened_unnoticed(String file) {
        List<Mutant> mutants = Mutant.of(file);

        assertThat(mutants).hasSizeGreaterThan(15);
        assertThat(mutants.stream()
                        .filter(EveryRuleTest::survives)
                        .map(Mutant::what)
                        .filter(what -> !what.equals(EQUIVALENT)))
                .isEmpty();
    }

    @Test
    void the_schemas_as_they_are_give_every_verdict() {
        assertThat(survives(new Mutant("none", "none", ""))).isTrue();
        assertThat(CASES).hasSizeGreaterThan(200);
        assertThat(Arrays.stream(SchemaName.values())
                        .filter(name -> CASES.stream().anyMatch(one -> one.schema() == name)))
                .containsExactly(SchemaName.EVENT_EMITTED, SchemaName.EVENT_RECEIVED);
    }

    private static boolean survives(Mutant mutant) {
        SchemaSet schemas = new SchemaSet(file -> file.equals(mutant.file())
                ? mutant.text()
                : new String(Schemas.resource(file), StandardCharsets.UTF_8));
        return CASES.stream()
                .allMatch(one -> Example.rules(schemas.validate(one.schema(), one.tree()))
                        .equals(one.expected()));
    }

    private static Optional<JsonNode> tree(Example example) {
        return DocumentReader.JSON.read(example.bytes()) instanceof Document.Tree tree
                ? Optional.of(tree.root())
                : Optional.empty();
    }
}
