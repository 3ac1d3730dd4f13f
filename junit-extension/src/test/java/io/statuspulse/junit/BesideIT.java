package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kit on the class path of what users have, in the versions that Maven then takes: each does its work in the same JVM. */
class BesideIT {

    /** On a random port, beside the JUnit, the Jackson and the HttpCore that Spring Boot brings. */
    @ParameterizedTest
    @CsvSource({"spring-boot-3, idempotency_concurrent", "spring-boot-4, it_is_spring_boot_4"})
    void the_suite_runs_among_the_tests_of_a_spring_boot_service(String project, String and) throws IOException {
        UserProjects built = UserProjects.built();

        assertThat(built.outcome(project)).as(built.output()).isEqualTo("SUCCESS");
        assertThat(built.ran(project))
                .contains("signature_missing", "idempotency_retry", "acceptance_status_change", and)
                .hasSizeGreaterThan(12);
    }

    @ParameterizedTest
    @CsvSource({
        "beside-wiremock, it_matches_by_schema",
        "beside-networknt, both_validators_validate",
        "beside-jackson-old, it_is_the_users_own",
        "beside-jackson-new, it_is_the_users_own"
    })
    void a_receiver_on_a_library_of_the_users_is_tested_beside_it(String project, String itsOwnTest)
            throws IOException {
        UserProjects built = UserProjects.built();

        assertThat(built.outcome(project)).as(built.output()).isEqualTo("SUCCESS");
        List<String> ran = built.ran(project);
        assertThat(ran).contains(itsOwnTest);
        assertThat(ran).filteredOn(name -> name.startsWith("conforms")).hasSizeGreaterThan(10);
    }

    /** Jackson 2 and 3 have their annotations in common, and Maven may take older ones than the kit needs. */
    @Test
    void annotations_that_are_too_old_for_the_kit_are_named() throws IOException {
        UserProjects built = UserProjects.built();

        assertThat(built.outcome("beside-old-annotations")).as(built.output()).isEqualTo("FAILURE");
        assertThat(built.output())
                .contains(
                        "does not start beside jackson-annotations-" + UserBuilds.JACKSON_OLD + ".jar",
                        "put com.fasterxml.jackson.core:jackson-annotations:" + UserBuilds.ANNOTATIONS
                                + " into dependencyManagement");
        // Its own goes on.
        assertThat(built.ran("beside-old-annotations")).contains("it_is_the_users_own");
    }
}
