package io.statuspulse.wiremock;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What this module may depend on, and what users see of it. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.statuspulse.wiremock");

    @Test
    void classesWereSeen() {
        assertThat(OURS).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void onlyWireMockTheSimulatorAndTheEffectProbeAreKnown() {
        DescribedPredicate<JavaClass> known = resideInAPackage("java..")
                .or(resideInAPackage("org.jspecify.."))
                .or(resideInAPackage("com.github.tomakehurst.wiremock.."))
                .or(resideInAPackage("org.wiremock.webhooks.."))
                .or(resideInAPackage("io.statuspulse.wiremock.."))
                .or(resideInAPackage("io.statuspulse.simulator.bytes.."))
                .or(resideInAPackage("io.statuspulse.simulator.signing.."))
                .or(nameMatching("io\\.statuspulse\\.conformance\\.run\\.EffectProbe(\\$.*)?"));
        classes()
                .should()
                .onlyDependOnClassesThat(known)
                .because("it is glue: who has another test framework, or none, has no use for more")
                .check(OURS);
    }

    @Test
    void signingAndMatchingKnowNothingOfEffects() {
        noClasses()
                .that()
                .haveNameMatching(
                        ".*\\.(StatusPulseSignatureMatcher|StatusPulseWebhookSigning|WebhookSigner|SignatureParameters)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.statuspulse.conformance..")
                .because("a standalone WireMock needs only this module's jar and the simulator's for them")
                .check(OURS);
    }

    @Test
    void insidesAreNoApi() {
        classes()
                .that()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .haveNameMatching(
                        ".*\\.(StatusPulseDownstream|DownstreamCalls|StatusPulseSignatureMatcher|StatusPulseWebhookSigning)")
                .because("how it is done may change")
                .check(OURS);
    }

    @Test
    void nothingIsPrintedAndNothingReadFromTheMachinesLanguage() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "getBytes")
                .because(
                        "inside a user's test the streams are the user's, and a number is written with our digits everywhere")
                .check(OURS);
    }
}
