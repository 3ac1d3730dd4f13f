package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.command;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example of docs/own-scenarios.md, compiled and run as it stands there. */
class OwnScenariosTest {
    private static final Path PAGE = Path.of("..", "docs", "own-scenarios.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");

    @TempDir
    static Path directory;

    private static String jar = "";
    private static String classes = "";
    private static ReceiverFixture receiver;

    @BeforeAll
    static void build() throws IOException {
        UserProject project = new UserProject(directory)
                .compile("com.example.TeamScenarios", block("java", "package com.example;"))
                .naming(block("text", "com.example.").strip());
        jar = project.jar("team.jar").toString();
        classes = project.classes().toString();
        receiver = ReceiverFixture.correct();
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @Test
    void theyAreListedBehindThoseOfTheSuite() {
        List<String> lines =
                Outcome.of("list", "--scenarios", jar).out().lines().toList();
        assertThat(lines).hasSize(Suite.scenarios().size() + 3);
        assertThat(lines.subList(lines.size() - 3, lines.size()))
                .extracting(line -> line.split(" ", 2)[0])
                .containsExactly("team/tenant-missing", "team/tenant-unknown", "team/size-limit");
    }

    @Test
    void theListOnThePageIsWhatIsPrinted() {
        assertThat(Outcome.of("list", "--scenarios", jar, "--select", "team/*").out())
                .isEqualTo(block("text", "team/tenant-missing"));
    }

    @Test
    void theCatalogueTellsWhereTheyComeFrom() {
        Outcome outcome = Outcome.of(
                "list", "--scenarios", jar, "--format=json", "--select=team/*", "--select=signature/missing");
        assertThat(Schemas.validate(SchemaName.CATALOGUE, outcome.out().getBytes(UTF_8)))
                .isEmpty();
        assertThat(outcome.out()).containsOnlyOnce("\"suite\"").contains("\"requirement\": \"TEAM-7\"");
        assertThat(Pattern.compile("\"source\": \"team.jar\"")
                        .matcher(outcome.out())
                        .results())
                .hasSize(3);
        assertThat(Pattern.compile("\"since\": \"1.0\"").matcher(outcome.out()).results())
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jar", "classes"})
    void aJarAndADirectoryOfClassesAreTaken(String kind) {
        Outcome outcome =
                Outcome.of("explain", "team/tenant-missing", "--scenarios", kind.equals("jar") ? jar : classes);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains(
                        "TEAM-7: Every delivery names a known tenant in X-Tenant.",
                        "since        suite 1.0",
                        "with RemoveHeader[X-Tenant]: a rejection",
                        "statuspulse test URL --scenarios JAR --select team/tenant-missing");
    }

    @Test
    void nearestIdsAreAlsoTheirs() {
        Outcome outcome = Outcome.of("explain", "team/tenant-mising", "--scenarios", jar);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("nearest: team/tenant-missing").hasLineCount(1);
        assertThat(Outcome.of("list", "--select=team/size", "--scenarios", jar).err())
                .contains("nearest: team/size-limit");
    }

    @Test
    void whatIsWrongFailsAndWhatIsRightPasses() throws IOException {
        Path json = directory.resolve("report.json");
        Path junit = directory.resolve("junit.xml");
        Outcome outcome = command()
                .run(
                        "test",
                        receiver.url(),
                        "--scenarios=" + jar,
                        "--select=team",
                        "--report=json=" + json,
                        "--report=junit=" + junit);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(block("text", "FAILED team/"))
                .contains(
                        "3 scenarios: 1 passed, 2 failed",
                        "Outages of one customer show on the status page of another.",
                        "After verifying the signature, answer 401",
                        "--scenarios " + jar,
                        "--select team/tenant-missing",
                        "FAILED: The receiver breaks your own rules in 2 scenarios.");
        assertThat(Schemas.validate(SchemaName.REPORT, Files.readAllBytes(json)))
                .isEmpty();
        assertThat(Files.readString(json))
                .contains("\"requirement\": \"TEAM-8\"", "\"unexplained-team-accepted\"", "\"role\": \"control\"");
        assertThat(Files.readString(junit))
                .contains(
                        "<testsuite name=\"team\" tests=\"3\" failures=\"2\"",
                        "classname=\"statuspulse.team\"",
                        "name=\"team/size-limit\"");
    }

    @Test
    void withoutItsControlTheirRejectionProvesNothing() {
        Outcome outcome = new Outcome.Invocation()
                .env("STATUSPULSE_SECRET", "another")
                .run("test", receiver.url(), "--scenarios", jar, "--select=team/tenant-*");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).contains("INCONCLUSIVE 2 scenarios").doesNotContain("FAILED");
    }

    @Test
    void theSuiteRunsBesideThem() {
        Outcome outcome =
                command().run("test", receiver.url(), "--scenarios", jar, "--select=team/size-limit", "--select=quick");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("17 scenarios: 16 passed, 1 observed", "PASSED");
    }

    @Test
    void theOldSuiteScoresThemToo() {
        Outcome outcome = command().run("test", receiver.url(), "--scenarios", jar, "--select=team", "--suite=1.0");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("1 passed, 2 failed").doesNotContain("UNSCORED");
    }

    private static String block(String language, String beginning) {
        return BLOCK.matcher(page())
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .filter(text -> text.startsWith(beginning))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(PAGE + " has no block of " + language + " that begins so: " + beginning));
    }

    private static String page() {
        try {
            return Files.readString(PAGE).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
