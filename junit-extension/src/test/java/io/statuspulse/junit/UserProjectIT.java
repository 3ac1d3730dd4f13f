package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What a user sees of {@code mvn test}: names, selection and failures, read back from Surefire's report. */
class UserProjectIT {
    @ParameterizedTest
    @ValueSource(strings = {"all-on-five", "all-on-newest"})
    void every_scenario_is_a_test_case_named_after_it(String project) throws IOException {
        UserProjects built = UserProjects.built();

        assertThat(built.outcome(project)).as(built.output()).isEqualTo("SUCCESS");
        List<Element> tests = built.tests(project);
        assertThat(tests).extracting(UserProject::name).containsExactlyInAnyOrderElementsOf(methods(scenario -> true));
        assertThat(tests).allMatch(test -> test.getAttribute("classname").equals("com.example.MyReceiverTest"));
        assertThat(tests)
                .filteredOn(test -> UserProject.has(test, "skipped"))
                .extracting(UserProject::name)
                .contains("rotation_retired", "rotation_previous_in_overlap", "tls_not_expired")
                .hasSizeLessThan(30);
    }

    @Test
    void one_scenario_is_selected_by_its_name() throws IOException {
        UserProjects built = UserProjects.built();

        assertThat(built.outcome("one")).as(built.output()).isEqualTo("SUCCESS");
        assertThat(built.tests("one")).extracting(UserProject::name).containsExactly("signature_missing");
    }

    @Test
    void scenarios_are_selected_by_tags() throws IOException {
        UserProjects built = UserProjects.built();

        assertThat(built.outcome("tagged")).as(built.output()).isEqualTo("SUCCESS");
        assertThat(built.tests("tagged"))
                .extracting(UserProject::name)
                .containsExactlyInAnyOrderElementsOf(methods(s -> s.has(Tag.QUICK) && s.level() == Level.MUST))
                .hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-name", "no-such-tag"})
    void a_selection_that_selects_nothing_fails_the_build(String project) throws IOException {
        UserProjects built = UserProjects.built();

        assertThat(built.outcome(project)).as(built.output()).isEqualTo("FAILURE");
        assertThat(built.output().lines().filter(line -> line.contains("on project " + project + ": ")))
                .isNotEmpty()
                .allMatch(line -> line.contains("No tests were executed!"));
        assertThat(built.tests(project)).isEmpty();
    }

    @Test
    void a_failure_says_what_is_wrong_and_how_to_mend_it() throws IOException {
        UserProjects built = UserProjects.built();

        assertThat(built.outcome("too-late")).as(built.output()).isEqualTo("FAILURE");
        assertThat(built.exit()).isNotZero();
        assertThat(built.output())
                .contains("FAILED timestamp/hour-old (MUST, REQ-TIME-2)", "TimestampShift[", "mend (Java)")
                .doesNotContain("at io.statuspulse.junit.Judgement", "at org.junit.");
        assertThat(built.tests("too-late"))
                .filteredOn(test -> UserProject.name(test).equals("timestamp_hour_old"))
                .singleElement()
                .satisfies(test -> {
                    Element failure =
                            (Element) test.getElementsByTagName("failure").item(0);
                    assertThat(failure.getAttribute("message"))
                            .contains("a rejection (400, 401, 403")
                            .contains("200 OK");
                });
    }

    @Test
    void a_class_leaves_a_report_and_says_once_where() throws IOException {
        UserProjects built = UserProjects.built();
        Path passed = UserProjects.project("one").file(UserProjects.REPORT);
        Path failed = UserProjects.project("too-late").file(UserProjects.REPORT);

        assertThat(built.output()).containsOnlyOnce(passed.toString());
        assertThat(passed).content().contains("\"signature/missing\"").doesNotContain("\"timestamp/hour-old\"");
        assertThat(built.output()
                        .lines()
                        .filter(line -> line.contains("StatusPulse report of") && line.contains(failed.toString())))
                .hasSize(1)
                .allMatch(line -> line.endsWith("com.example.MyReceiverTest: " + failed));
        // Surefire names each failure twice: where it happens, and at its end.
        assertThat(built.output().lines().filter(line -> line.equals("  report       " + failed)))
                .hasSize(2);
        assertThat(
                        UserProjects.project("too-late")
                                .file(
                                        "target/junit-jupiter/com.example.MyReceiverTest/timestamp_hour_old()/timestamp-hour-old.txt"))
                .content()
                .contains("* trial, with TimestampShift[", "> POST ", "< HTTP 200 OK");
    }

    @Test
    void a_report_of_an_earlier_build_is_replaced() throws IOException {
        UserProjects.built();

        assertThat(UserProjects.project("too-late").file(UserProjects.REPORT))
                .content()
                .contains("\"timestamp/hour-old\"")
                .doesNotContain(UserProjects.OF_AN_EARLIER_BUILD);
    }

    /** By the words of the documentation, which the properties of the other projects stand for. */
    @Test
    void a_team_chooses_and_adds_scenarios_on_the_command_line() throws IOException, InterruptedException {
        Path directory = Path.of(System.getProperty("it.work"), "command-line");
        UserProject project = new UserProject(directory);
        MadeProject.of("command-line", "user-project").junit(UserBuilds.FIVE).write(project);
        Files.createDirectories(directory.resolve(".mvn"));
        project.deleteReports();

        Command.Ended ended = UserMaven.in(directory)
                .test(directory, List.of("-Dtest=OurRulesTest", "-Dstatuspulse.scenario=team/*"));

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(project.testCases())
                .filteredOn(test -> !UserProject.has(test, "skipped"))
                .extracting(UserProject::name)
                .hasSize(6)
                .allMatch(name -> name.matches("(conforms|services_are_found)\\(ScenarioRun\\)\\[[0-9]+]"));
        project.deleteReports();
    }

    private static List<String> methods(Predicate<Scenario> which) {
        return Suite.scenarios().stream()
                .filter(which)
                .map(scenario -> scenario.id().replaceAll("[^a-z0-9]", "_"))
                .toList();
    }
}
