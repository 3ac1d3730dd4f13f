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
    private static final String FIVE = System.getProperty("it.junit.five");
    private static final String NEWEST = System.getProperty("it.junit.newest");

    @ParameterizedTest
    @ValueSource(strings = {"it.junit.five", "it.junit.newest"})
    void every_scenario_is_a_test_case_named_after_it(String junit) throws IOException, InterruptedException {
        UserProject project = project(System.getProperty(junit));

        Command.Ended ended = project.test("-Dtest=MyReceiverTest");

        assertThat(ended.exit()).as(ended.output()).isZero();
        List<Element> tests = project.testCases();
        assertThat(tests)
                .extracting(UserProjectIT::name)
                .containsExactlyInAnyOrderElementsOf(methods(scenario -> true));
        assertThat(tests).allMatch(test -> test.getAttribute("classname").equals("com.example.MyReceiverTest"));
        assertThat(tests)
                .filteredOn(test -> has(test, "skipped"))
                .extracting(UserProjectIT::name)
                .contains("rotation_retired", "rotation_previous_in_overlap", "tls_not_expired")
                .hasSizeLessThan(30);
    }

    @Test
    void one_scenario_is_selected_by_its_name() throws IOException, InterruptedException {
        UserProject project = project(FIVE);

        Command.Ended ended = project.test("-Dtest=MyReceiverTest#signature_missing");

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(project.testCases()).extracting(UserProjectIT::name).containsExactly("signature_missing");
    }

    @Test
    void scenarios_are_selected_by_tags() throws IOException, InterruptedException {
        UserProject project = project(FIVE);

        Command.Ended ended = project.test("-Dgroups=quick & must");

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(project.testCases())
                .extracting(UserProjectIT::name)
                .containsExactlyInAnyOrderElementsOf(methods(s -> s.has(Tag.QUICK) && s.level() == Level.MUST))
                .hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Dtest=MyReceiverTest#nothing", "-Dgroups=nothing"})
    void a_selection_that_selects_nothing_fails_the_build(String selection) throws IOException, InterruptedException {
        UserProject project = project(NEWEST);

        Command.Ended ended = project.test(selection);

        assertThat(ended.exit()).as(ended.output()).isNotZero();
        assertThat(ended.output()).contains("No tests were executed!");
        assertThat(project.testCases()).isEmpty();
    }

    @Test
    void a_failure_says_what_is_wrong_and_how_to_mend_it() throws IOException, InterruptedException {
        UserProject project = project(NEWEST);

        Command.Ended ended =
                project.test("-Dtest=MyReceiverTest#timestamp_hour_old", "-DargLine=-Ddefect=no-drift-check");

        assertThat(ended.exit()).as(ended.output()).isNotZero();
        assertThat(ended.output())
                .contains("FAILED timestamp/hour-old (MUST, REQ-TIME-2)", "TimestampShift[", "mend (Java)")
                .doesNotContain("at io.statuspulse.junit.Judgement", "at org.junit.");
        assertThat(project.testCases()).singleElement().satisfies(test -> {
            Element failure = (Element) test.getElementsByTagName("failure").item(0);
            assertThat(failure.getAttribute("message"))
                    .contains("a rejection (400, 401, 403")
                    .contains("200 OK");
        });
    }

    @Test
    void a_class_leaves_a_report_and_says_once_where() throws IOException, InterruptedException {
        UserProject project = project(NEWEST);
        Path report = project.file("target/statuspulse/com.example.MyReceiverTest.json");

        Command.Ended passed = project.test("-Dtest=MyReceiverTest#signature_*");
        String written = Files.readString(report);
        Command.Ended failed = project.test("-Dtest=MyReceiverTest#timestamp_*", "-DargLine=-Ddefect=no-drift-check");

        assertThat(passed.output()).containsOnlyOnce(report.toString());
        assertThat(written).contains("\"signature/missing\"").doesNotContain("\"timestamp/hour-old\"");
        assertThat(failed.output().lines().filter(line -> line.contains("StatusPulse report of")))
                .hasSize(1)
                .allMatch(line -> line.endsWith("com.example.MyReceiverTest: " + report));
        assertThat(Files.readString(report)).contains("\"timestamp/hour-old\"").doesNotContain("\"signature/missing\"");
        // Surefire names each failure twice: where it happens, and at its end.
        assertThat(failed.output().lines().filter(line -> line.equals("  report       " + report)))
                .hasSize(2);
        assertThat(project.file(
                        "target/junit-jupiter/com.example.MyReceiverTest/timestamp_hour_old()/timestamp-hour-old.txt"))
                .content()
                .contains("* trial, with TimestampShift[", "> POST ", "< HTTP 200 OK");
        project.testCases();
    }

    @Test
    void a_team_chooses_and_adds_scenarios() throws IOException, InterruptedException {
        UserProject project = project(FIVE);

        Command.Ended ended = project.test("-Dtest=OurRulesTest", "-Dstatuspulse.scenario=team/*");

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(project.testCases())
                .filteredOn(test -> !has(test, "skipped"))
                .extracting(UserProjectIT::name)
                .hasSize(6)
                .allMatch(name -> name.matches("(conforms|services_are_found)\\(ScenarioRun\\)\\[[0-9]+]"));
    }

    private static UserProject project(String junit) throws IOException {
        return UserProject.of("user-project", junit);
    }

    private static List<String> methods(Predicate<Scenario> which) {
        return Suite.scenarios().stream()
                .filter(which)
                .map(scenario -> scenario.id().replaceAll("[^a-z0-9]", "_"))
                .toList();
    }

    private static String name(Element test) {
        return test.getAttribute("name");
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }
}
