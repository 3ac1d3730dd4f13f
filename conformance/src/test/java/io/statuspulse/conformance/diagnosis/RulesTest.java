package io.statuspulse.conformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.matrix.Golden;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is shown to apply: by a defect of the kill matrix, or by a run made by hand. */
class RulesTest {
    private static final Set<Outcome> TO_EXPLAIN = Set.of(Outcome.FAILED, Outcome.WARNED);

    static Stream<String> madeByHand() {
        return RuleCases.all().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("madeByHand")
    void runMadeByHandLeadsToIt(String id) {
        Run run = Objects.requireNonNull(RuleCases.all().get(id));

        assertThat(run.ids()).startsWith(id);
        assertThat(run.findings().stream().flatMap(finding -> finding.explains().stream()))
                .containsExactlyInAnyOrderElementsOf(run.results().stream()
                        .filter(result -> TO_EXPLAIN.contains(result.outcome()))
                        .map(Result::scenario)
                        .map(Scenario::id)
                        .toList());
    }

    @Test
    void everyRuleIsProvenByADefectOrByHand() {
        Set<String> proven = Stream.of("findings.tsv", "tls-findings.tsv")
                .flatMap(name -> Golden.resource(name).lines().stream())
                .flatMap(line -> Arrays.stream(line.split("\t", -1)[1].split(",", -1)))
                .collect(Collectors.toSet());
        proven.addAll(RuleCases.all().keySet());

        assertThat(Rules.all()).extracting(Rule::id).allMatch(proven::contains);
    }

    @Test
    void idsAreUniqueAndInKebabCase() {
        assertThat(Rules.all())
                .extracting(Rule::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"))
                .noneMatch(id -> id.startsWith("unexplained-"));
    }

    @Test
    void everyGlobNamesAScenario() {
        List<String> suite = Suite.scenarios().stream().map(Scenario::id).toList();

        assertThat(Rules.all())
                .allSatisfy(rule -> assertThat(globs(rule))
                        .as(rule.id())
                        .allMatch(glob -> suite.stream().anyMatch(id -> Glob.matches(glob, id))));
    }

    private static List<String> globs(Rule rule) {
        return Stream.concat(
                        rule.conditions().stream().flatMap(condition -> condition.globs().stream()),
                        rule.explained().stream().flatMap(explained -> explained.globs().stream()))
                .toList();
    }

    @Test
    void everyRuleAsksForSomethingWrongAndIsOneSentence() {
        assertThat(Rules.all()).allSatisfy(rule -> {
            assertThat(rule.conditions()).as(rule.id()).anyMatch(Condition::isPositive);
            assertThat(rule.sentence()).as(rule.id()).matches("[A-Z].*[^.]\\.").doesNotContain(". ");
        });
    }

    /** A scenario that fails alone, in whatever way, is explained too. */
    @Test
    void everyScenarioThatFailsAloneIsExplained() {
        for (Scenario scenario : Suite.scenarios()) {
            for (int status : new int[] {200, 302, 401, 404, 500}) {
                Run run = Run.passed().answered(status, scenario.id());

                assertThat(run.findings())
                        .as(scenario.id() + " " + status)
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.explains()).containsExactly(scenario.id());
                            assertThat(finding.finding()).endsWith(".");
                            assertThat(finding.evidence()).contains(scenario.id());
                            assertThat(finding.mend()).isNotBlank();
                        });
            }
        }
    }

    @Test
    void findingsComeInTheOrderOfTheRules() {
        List<String> order = Rules.all().stream().map(Rule::id).toList();
        List<Finding> findings = Run.passed()
                .answered(500, "payload/not-json", "signature/missing")
                .answered(200, "timestamp/year-old", "timestamp/year-ahead", "http/get", "signature/sha1")
                .findings();

        assertThat(findings).hasSize(5);
        assertThat(findings.stream().map(finding -> order.indexOf(finding.id())))
                .isSorted();
    }
}
