package io.statuspulse.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTest {
    @Test
    void thoseOfTheContractAreTwentySevenWithIdsOfTheirOwn() {
        assertThat(Requirement.ofContract())
                .hasSize(27)
                .contains(Requirement.HTTP_1, Requirement.SIG_1, Requirement.IDEM_3)
                .doesNotHaveDuplicates()
                .allSatisfy(requirement -> {
                    assertThat(requirement.id()).matches("REQ-[A-Z]+-[0-9]+");
                    assertThat(requirement.words()).isNotBlank().endsWith(".");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEAM-7", "A-1", "ADR-12", "TEAM-HEADERS-2", "REQUIREMENT-1", "X1-Y2"})
    void usersHaveTheirOwn(String id) {
        Requirement own = Requirement.own(id, "Words.");

        assertThat(own.id()).isEqualTo(id).hasToString(own.toString());
        assertThat(own.words()).isEqualTo("Words.");
        assertThat(Requirement.ofContract()).doesNotContain(own);
    }

    @Test
    void areEqualWhereTheIdsAre() {
        assertThat(Requirement.own("TEAM-7", "a"))
                .isEqualTo(Requirement.own("TEAM-7", "b"))
                .hasSameHashCodeAs(Requirement.own("TEAM-7", "b"))
                .isNotEqualTo(Requirement.own("TEAM-8", "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TEAM", "team-7", "TEAM-", "-7", "7-A", "TEAM 7", "TEAM-7\n", "TEAM--7", "T\u00c4M-7"})
    void idsThatAreNoneAreRefused(String id) {
        assertThatThrownBy(() -> Requirement.own(id, "Words."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("requirement: '")
                .hasMessageEndingWith("at most 40 characters, e.g. TEAM-7");
    }

    @Test
    void idsThatAreTooLongAreRefused() {
        assertThat(Requirement.own("T-" + "7".repeat(38), "Words.").id()).hasSize(40);
        assertThatThrownBy(() -> Requirement.own("T-" + "7".repeat(39), "Words."))
                .hasMessageContaining("at most 40 characters");
    }

    @Test
    void theContractsAreNobodysToReword() {
        assertThat(Requirement.own("REQ-SIG-1", Requirement.SIG_1.words())).isSameAs(Requirement.SIG_1);
        assertThatThrownBy(() -> Requirement.own("REQ-SIG-1", "Anything goes."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'REQ-SIG-1' would be the contract's");
        assertThatThrownBy(() -> Requirement.own("REQ-TEAM-1", "Words."))
                .hasMessageContaining("'REQ-TEAM-1' would be the contract's");
    }
}
