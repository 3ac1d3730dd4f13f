package io.statuspulse.testcontainers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.statuspulse.testcontainers");

    @Test
    void oneClassIsApi() {
        classes()
                .that()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .haveSimpleName("ContainerReceiver")
                .because("how a container is started and watched may change")
                .check(MODULE);
        assertThat(MODULE).hasSizeGreaterThan(8);
    }

    @Test
    void starterKnowsNothingOfRuns() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.statuspulse.conformance.run..",
                        "io.statuspulse.conformance.suite..",
                        "io.statuspulse.junit..",
                        "org.junit..")
                .because("a container is started for whatever run asks for it, in JUnit or not")
                .check(MODULE);
    }

    @Test
    void socketsAreTouchedInOnePlace() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Listening")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Socket.class)
                .because("what leaves the machine must be found in one place; Docker is talked to by Testcontainers")
                .check(MODULE);
        assertThat(MODULE.get(Listening.class).getDirectDependenciesFromSelf())
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(Socket.class));
    }

    @Test
    void nothingIsPrinted() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("inside a user's test the streams are the user's")
                .check(MODULE);
    }
}
