package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The example on Spring Boot, on a random port, beside what Spring Boot brings: its JUnit, its Jackson, its HttpCore. */
class SpringBootIT {

    @Test
    void the_suite_runs_among_the_tests_of_a_spring_boot_service() throws IOException {
        UserProjects built = UserProjects.built();

        assertThat(built.outcome("spring-boot-3")).as(built.output()).isEqualTo("SUCCESS");
        assertThat(built.ran("spring-boot-3"))
                .contains("signature_missing", "idempotency_retry", "acceptance_status_change")
                .hasSizeGreaterThan(12);
    }
}
