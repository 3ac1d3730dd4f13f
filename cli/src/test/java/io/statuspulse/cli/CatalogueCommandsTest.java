package io.statuspulse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CatalogueCommandsTest {

    @Test
    void everyScenarioIsListedOnALineOfItsOwn() {
        Outcome outcome = Outcome.of("list");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines().map(line -> line.split(" ", 2)[0]))
                .containsExactlyElementsOf(
                        Suite.scenarios().stream().map(s -> s.id()).toList());
    }

    @Test
    void theTableIsAsAgreed() {
        Golden.assertEqual(
                "list.txt",
                Outcome.of(
                                "list",
                                "--select=signature/missing",
                                "--select=signature/upper-case",
                                "--select=schema/unknown-field")
                        .out());
    }

    @Test
    void theJsonIsACatalogue() {
        Outcome outcome = Outcome.of("list", "--format=json", "--select=secret");
        byte[] json = outcome.out().getBytes(StandardCharsets.UTF_8);
        assertThat(Schemas.validate(SchemaName.CATALOGUE, json)).isEmpty();
        assertThat(outcome.out()).contains("secret/empty").doesNotContain("signature/missing");
        assertThat(Outcome.of("list", "--output=json", "--select=secret")).isEqualTo(outcome);
    }

    @Test
    void profilesNarrowTheList() {
        long quick = Outcome.of("list", "--profile", "quick").out().lines().count();
        assertThat(quick).isBetween(5L, 30L);
    }

    @Test
    void aScenarioIsExplainedWhole() {
        Outcome outcome = Outcome.of("explain", "signature/missing");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("signature/missing", "REQ-SIG-2", "DropHeader[signature]", "Node");
    }
}
