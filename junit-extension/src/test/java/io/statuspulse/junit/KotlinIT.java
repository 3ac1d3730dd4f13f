package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A Kotlin class that implements the interfaces of areas really has their tests. */
class KotlinIT {

    @Test
    void a_kotlin_class_has_the_tests_of_its_areas() throws IOException {
        UserProjects built = UserProjects.built();

        assertThat(built.outcome("kotlin")).as(built.output()).isEqualTo("SUCCESS");
        assertThat(built.tests("kotlin"))
                .extracting(test -> test.getAttribute("classname") + "." + UserProject.name(test))
                .contains(
                        "com.example.MyReceiverTest.signature_missing",
                        "com.example.SharedBaseTest.secret_empty",
                        "com.example.QuickTest.conforms(ScenarioRun)[1]")
                .hasSizeGreaterThan(30);
    }
}
