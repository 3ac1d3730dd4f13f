package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** A Kotlin class that implements the interfaces of areas really has their tests. */
class KotlinIT {

    @Test
    void a_kotlin_class_has_the_tests_of_its_areas() throws IOException, InterruptedException {
        UserProject project = UserProject.of("kotlin-project", System.getProperty("it.junit.newest"));

        Command.Ended ended = project.test();

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(project.testCases())
                .extracting(KotlinIT::name)
                .contains(
                        "com.example.MyReceiverTest.signature_missing",
                        "com.example.SharedBaseTest.secret_empty",
                        "com.example.QuickTest.conforms(ScenarioRun)[1]")
                .hasSizeGreaterThan(30);
    }

    private static String name(Element test) {
        return test.getAttribute("classname") + "." + test.getAttribute("name");
    }
}
