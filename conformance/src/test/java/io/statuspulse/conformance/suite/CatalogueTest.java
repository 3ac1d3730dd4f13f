package io.statuspulse.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.statuspulse.conformance.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The suite against the list that it was written from, where that lies beside the project. */
class CatalogueTest {
    private static final Path CATALOGUE = Path.of("..", "..", "shared", "catalogue.tsv");

    @Test
    void scenariosAreTheCatalogueS() throws IOException {
        assumeTrue(Files.exists(CATALOGUE), CATALOGUE + " is not there");

        List<String> catalogue = Files.readAllLines(CATALOGUE, StandardCharsets.UTF_8).stream()
                .skip(1)
                .toList();

        assertThat(Suite.scenarios().stream().map(CatalogueTest::line)).containsExactlyInAnyOrderElementsOf(catalogue);
    }

    private static String line(Scenario scenario) {
        return String.join(
                "\t",
                scenario.id(),
                scenario.level().name().toUpperCase(Locale.ROOT),
                scenario.expect().label(),
                scenario.requirement().id(),
                scenario.title());
    }
}
