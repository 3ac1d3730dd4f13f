package io.statuspulse.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KitTest {
    @Test
    void the_version_is_the_one_that_is_built() throws Exception {
        assertThat(Kit.version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + Kit.version() + "</version>");
    }
}
