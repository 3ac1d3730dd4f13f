package io.statuspulse.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final List<Scenario> SUITE = Suite.scenarios();

    /** The suite, with one scenario made slow. */
    private static final List<Scenario> WITH_A_SLOW_ONE = SUITE.stream()
            .map(s -> s.id().equals("signature/wrong") ? tagged(s, Tag.SLOW) : s)
            .toList();

    @Test
    void emptySelectionIsTheDefaultProfile() {
        Selection everything = new Selection(Optional.empty(), List.of(), List.of());

        assertThat(ids(everything.from(WITH_A_SLOW_ONE)))
                .hasSizeBetween(SUITE.size() / 2, SUITE.size() - 1)
                .doesNotContain("signature/wrong", "replay/exact-after-tolerance", "payload/16-mib");
        assertThat(everything.name()).isEqualTo("default");
    }

    @Test
    void fullProfileHoldsWhatTheDefaultLeavesOut() {
        assertThat(Selection.of(Profile.FULL).from(WITH_A_SLOW_ONE)).isEqualTo(WITH_A_SLOW_ONE);
        assertThat(Selection.of(Profile.FULL).name()).isEqualTo("full");
    }

    @Test
    void explicitSelectionOverridesTheDefaultProfileSExclusions() {
        assertThat(ids(select("signature/wrong").from(WITH_A_SLOW_ONE))).containsExactly("signature/wrong");
        assertThat(ids(select("signature").from(WITH_A_SLOW_ONE))).contains("signature/wrong");
    }

    @Test
    void namedProfileIsNotOverridden() {
        Selection selection = new Selection(Optional.of(Profile.DEFAULT), List.of("signature/*"), List.of());

        assertThat(ids(selection.from(WITH_A_SLOW_ONE)))
                .doesNotContain("signature/wrong")
                .contains("signature/empty");
    }

    @Test
    void exclusionAloneKeepsTheDefaultProfile() {
        Selection selection = new Selection(Optional.empty(), List.of(), List.of("acceptance"));

        assertThat(ids(selection.from(WITH_A_SLOW_ONE)))
                .doesNotContain("signature/wrong", "acceptance/chunked")
                .contains("signature/empty");
        assertThat(selection.name()).isEqualTo("selection");
    }

    @Test
    void idSelectsOneScenario() {
        assertThat(ids(select("raw-body/64-kib").from(SUITE))).containsExactly("raw-body/64-kib");
    }

    @Test
    void globSelectsOverIds() {
        assertThat(ids(select("raw-body/*-kib").from(SUITE))).containsExactly("raw-body/64-kib", "raw-body/256-kib");
        assertThat(ids(select("signature/sha?").from(SUITE))).containsExactly("signature/sha1");
        assertThat(select("*").from(SUITE)).isEqualTo(SUITE);
    }

    @Test
    void areaSelectsItsScenariosAndNoOthers() {
        assertThat(select("secret").from(SUITE))
                .isNotEmpty()
                .allMatch(s -> s.area().equals("secret"));
    }

    @Test
    void tagSelectsItsScenarios() {
        assertThat(select("rotation").from(SUITE))
                .isEqualTo(SUITE.stream()
                        .filter(s -> s.area().equals("rotation") || s.has(Tag.ROTATION))
                        .toList());
        assertThat(select("wire").from(SUITE)).isNotEmpty().allMatch(s -> s.has(Tag.WIRE));
    }

    @Test
    void levelSelectsItsScenarios() {
        assertThat(select("may").from(SUITE)).isNotEmpty().allMatch(s -> s.level() == Level.MAY);
        assertThat(select("must", "should", "may").from(SUITE)).isEqualTo(SUITE);
    }

    /** A regular expression takes minutes for each id. */
    @Test
    void manyStarsTakeNoLongerThanOne() {
        assertThat(select("*".repeat(1000)).from(SUITE)).isEqualTo(SUITE);
        assertThat(ids(select("*-*k*i*b*").from(SUITE))).contains("raw-body/64-kib");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> select("*a*?".repeat(1000) + "x").from(SUITE))
                .withMessageContaining("nearest: ");
    }

    @Test
    void whatWasTypedIsShownOnOneLineWithoutControlCharacters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> select("\u001b[31m\n").from(SUITE))
                .withMessageStartingWith("'\\x1b[31m\\n' matches no scenario");
    }

    @Test
    void patternsAreOrdinaryTextApartFromStarAndQuestionMark() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> select("signature/.*").from(SUITE));
        assertThatIllegalArgumentException().isThrownBy(() -> select("[a-z]").from(SUITE));
        assertThatIllegalArgumentException().isThrownBy(() -> select("").from(SUITE));
    }

    @Test
    void exclusionWinsOverSelection() {
        Selection selection = new Selection(Optional.empty(), List.of("secret"), List.of("secret/*d"));

        assertThat(ids(selection.from(SUITE)))
                .contains("secret/empty")
                .doesNotContain("secret/published", "secret/truncated");
    }

    @Test
    void unknownPatternNamesTheNearestIds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> select("signature/mising").from(SUITE))
                .withMessageContaining("'signature/mising'")
                .withMessageContaining("nearest: signature/missing, ");
        assertThat(Selection.nearest("timestamp/hourold", SUITE)).hasSize(3).startsWith("timestamp/hour-old");
    }

    @Test
    void unknownPatternIsAnErrorAlsoAsAnExclusion() {
        Selection selection = new Selection(Optional.empty(), List.of(), List.of("idempotency/retri"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> selection.from(SUITE))
                .withMessageContaining("idempotency/retry");
    }

    @Test
    void profilesAreFoundByTheirNames() {
        assertThat(Profile.named("quick")).contains(Profile.QUICK);
        assertThat(Profile.named("Quick")).isEmpty();
    }

    private static Selection select(String... patterns) {
        return new Selection(Optional.empty(), List.of(patterns), List.of());
    }

    private static List<String> ids(List<Scenario> scenarios) {
        return scenarios.stream().map(Scenario::id).toList();
    }

    private static Scenario tagged(Scenario s, Tag tag) {
        Set<Tag> tags = new HashSet<>(s.tags());
        tags.add(tag);
        return new Scenario(
                s.id(),
                s.level(),
                s.expect(),
                s.requirement(),
                s.title(),
                s.why(),
                s.mend(),
                s.references(),
                tags,
                s.alsoRejected(),
                s.trials());
    }
}
