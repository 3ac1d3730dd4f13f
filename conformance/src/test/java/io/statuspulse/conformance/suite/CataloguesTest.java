package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.SuiteVersion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The versions of a suite, and its tolerance. */
class CataloguesTest {
    @Test
    void noScenarioOfTheSuiteIsNewerThanTheSuite() {
        assertThat(Catalogue.builtIn().version()).hasToString(Suite.VERSION);
        assertThat(Catalogue.builtIn().versions())
                .startsWith(SuiteVersion.FIRST)
                .endsWith(SuiteVersion.of(Suite.VERSION))
                .isSorted();
    }

    @Test
    void aLaterSuiteKnowsEarlierVersions() {
        Catalogue later = Catalogue.of("1.10", List.of(since("team/a", "1.0"), since("team/b", "1.9")));

        assertThat(later.versions()).extracting(SuiteVersion::toString).containsExactly("1.0", "1.9", "1.10");
        assertThat(later.addedSince(SuiteVersion.of("1.9")))
                .extracting(Scenario::id)
                .containsExactly("team/b");
        assertThat(later.addedSince(SuiteVersion.of("1.0"))).hasSize(2);
        assertThat(later.addedSince(SuiteVersion.of("1.10"))).isEmpty();
        assertThat(later.versionNamed("1.9")).isEqualTo(SuiteVersion.of("1.9"));
        assertThatThrownBy(() -> later.versionNamed("1.5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no suite '1.5'; known: 1.0, 1.9, 1.10");
        assertThat(later.with("own", List.of(since("team/c", "1.9"))).own()).hasSize(1);
    }

    @Test
    void edgesStandWhereTheToleranceIs() {
        assertThat(Catalogue.builtIn(Duration.ofSeconds(60)).scenarios())
                .isEqualTo(Suite.scenarios(Duration.ofSeconds(60)))
                .isNotEqualTo(Catalogue.builtIn().scenarios());
    }

    private static Scenario since(String id, String version) {
        return must(id, Requirement.PAY_2, "it is taken")
                .why("Why.")
                .mend(Mend.anywhere("Mend."))
                .since(version)
                .accepts(valid());
    }
}
