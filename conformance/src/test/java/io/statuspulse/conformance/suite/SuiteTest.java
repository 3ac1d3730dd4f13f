package io.statuspulse.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.matrix.Golden;
import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Procedure;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuiteTest {
    private static final List<Scenario> SUITE = Suite.scenarios();
    private static final Set<String> AREAS = Set.of(
            "acceptance",
            "raw-body",
            "signature",
            "tampering",
            "timestamp",
            "rotation",
            "secret",
            "schema",
            "idempotency",
            "ordering",
            "replay",
            "payload",
            "http",
            "tls");
    private static final int LONGEST_TITLE = 130;
    private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z0-9]+)*/[a-z0-9]+([.-][a-z0-9]+)*");
    private static final Pattern HEDGED = Pattern.compile("\\b(should|test that|tests|must)\\b");
    private static final Pattern REFERENCE = Pattern.compile("RFC \\d{4,5}, (\\d+(\\.\\d+)*|[A-Z](\\.\\d+)*)"
            + "|CVE-\\d{4}-\\d{4,}|CWE-\\d{1,4}|GHSA(-[23456789cfghjmpqrvwx]{4}){3}");

    static Stream<Scenario> scenarios() {
        return SUITE.stream();
    }

    @Test
    void idsAreThoseOfTheGoldenList() {
        Golden.resource("scenario-ids.txt")
                .assertHolds(SUITE.stream().map(Scenario::id).toList());
    }

    @Test
    void idsAndTitlesAreUnique() {
        assertThat(SUITE).extracting(Scenario::id).doesNotHaveDuplicates();
        assertThat(SUITE).extracting(Scenario::title).doesNotHaveDuplicates();
    }

    /** So that a receiver that accepts it fails there, and whoever knows that can say so there. */
    @Test
    void whatIsToBeRejectedFirstIsAScenarioOfItsOwn() {
        List<DeliveryPlan> rejected = steps(SUITE.stream().filter(s -> s.expect() == Expect.REJECT))
                .map(Step::plan)
                .toList();

        assertThat(steps(SUITE.stream())
                        .filter(step -> step.is(Step.Manner.PRECONDITION) && step.answer() == Step.Answer.REJECTED)
                        .map(Step::plan))
                .isNotEmpty()
                .allMatch(rejected::contains);
    }

    private static Stream<Step> steps(Stream<Scenario> scenarios) {
        return scenarios.flatMap(s -> s.trials().stream()).flatMap(trial -> trial.steps().stream());
    }

    @Test
    void scenariosOfOneAreaStandTogether() {
        List<String> areas = SUITE.stream().map(Scenario::area).toList();
        List<String> beginnings = Stream.iterate(0, i -> i < areas.size(), i -> i + 1)
                .filter(i -> i == 0 || !areas.get(i).equals(areas.get(i - 1)))
                .map(areas::get)
                .toList();

        assertThat(beginnings).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(AREAS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void idIsKebabCase(Scenario scenario) {
        assertThat(scenario.id()).matches(ID);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void titleSaysWhatHolds(Scenario scenario) {
        assertThat(scenario.title())
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(LONGEST_TITLE)
                .doesNotEndWith(".")
                .doesNotContain("\n");
        assertThat(scenario.title().toLowerCase(Locale.ROOT)).doesNotContainPattern(HEDGED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void saysWhyItMattersAndHowToMendIt(Scenario scenario) {
        Mend mend = scenario.mend();

        assertThat(scenario.why()).isNotBlank().endsWith(".");
        assertThat(List.of(mend.java(), mend.node(), mend.go(), mend.python()))
                .allSatisfy(hint -> assertThat(hint).isNotBlank().endsWith("."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void referencesAreWellFormed(Scenario scenario) {
        assertThat(scenario.references()).doesNotHaveDuplicates().allMatch(REFERENCE.asMatchPredicate());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void sendsSomething(Scenario scenario) {
        assertThat(scenario.trials())
                .isNotEmpty()
                .allSatisfy(
                        trial -> assertThat(trial instanceof Procedure procedure ? procedure.words() : trial.steps())
                                .asString()
                                .hasSizeGreaterThan(2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void isFoundByItsId(Scenario scenario) {
        assertThat(Suite.find(scenario.id())).contains(scenario);
    }

    @Test
    void quickProfileIsShortAndTouchesEveryAreaThatForgersTry() {
        List<Scenario> quick = Selection.of(Profile.QUICK).from(SUITE);

        assertThat(quick).hasSizeBetween(12, 18).noneMatch(s -> s.has(Tag.SLOW) || s.has(Tag.HEAVY));
        assertThat(quick)
                .extracting(Scenario::area)
                .contains("acceptance", "raw-body", "signature", "tampering", "timestamp", "secret", "idempotency");
    }

    @Test
    void referencesAndTagsAreUsedSomewhere() {
        // Guards the checks above: none of them passes because there is nothing to look at.
        assertThat(SUITE).hasSizeGreaterThan(150);
        assertThat(SUITE.stream().flatMap(s -> s.references().stream())).hasSizeGreaterThan(15);
        assertThat(SUITE.stream().flatMap(s -> s.tags().stream()))
                .contains(Tag.QUICK, Tag.WIRE, Tag.EFFECTS, Tag.ROTATION);
    }
}
