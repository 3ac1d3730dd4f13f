package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The example on Spring Boot, on a random port, beside what Spring Boot brings: its JUnit, its Jackson, its HttpCore. */
class SpringBootIT {

    @Test
    void the_suite_runs_among_the_tests_of_a_spring_boot_service() throws IOException, InterruptedException {
        UserProject project = UserProject.of("spring-boot-project", "managed")
                .with(Path.of(System.getProperty("it.examples"), "spring-boot", "src", "main"), "src/main");

        Command.Ended ended = project.test("-Dgroups=!slow & !heavy");

        assertThat(ended.exit()).as(ended.output()).isZero();
        List<Element> tests = project.testCases();
        assertThat(tests)
                .filteredOn(test -> test.getElementsByTagName("skipped").getLength() == 0)
                .extracting(test -> test.getAttribute("name"))
                .contains("signature_missing", "idempotency_retry", "acceptance_status_change")
                .hasSizeGreaterThan(180);
    }
}
