package io.statuspulse.cli;

import static io.statuspulse.cli.UserProject.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of scenarios that cannot be used: each is told in one line that names the file, and nothing is sent. */
class BadScenariosTest {
    private static final String TEAM = "com.example.Team";
    private static final int CLASS_VERSION = 6;

    @TempDir
    static Path directory;

    private interface Making {
        Path make(UserProject project) throws IOException;
    }

    /** A file, the beginning of what is said of it after its name, and a part of the rest. */
    private static Arguments bad(String name, String expected, Making making) throws IOException {
        UserProject project = new UserProject(Files.createDirectories(directory.resolve(name)));
        Files.createDirectories(project.classes());
        return arguments(name, expected, making.make(project));
    }

    private static Arguments badSource(String name, String expected, String statements) throws IOException {
        return bad(
                name,
                expected,
                project -> project.compile(TEAM, source(TEAM, statements))
                        .naming(TEAM)
                        .jar(name + ".jar"));
    }

    static Stream<Arguments> files() throws IOException {
        return Stream.of(
                bad(
                        "no-file",
                        "does not exist; expected a jar file or a directory",
                        p -> p.classes().resolve("none.jar")),
                bad(
                        "text",
                        "cannot be read as a jar file",
                        p -> Files.writeString(p.classes().resolve("text.jar"), "no jar")),
                bad(
                        "empty",
                        "cannot be read as a jar file",
                        p -> Files.writeString(p.classes().resolve("empty.jar"), "")),
                bad(
                        "cut",
                        "cannot be read as a jar file",
                        p -> cut(p.compile(TEAM, source(TEAM, "return List.of();"))
                                .naming(TEAM)
                                .jar("cut.jar"))),
                bad(
                        "no-services",
                        "holds no scenarios: it has no META-INF/services/io.statuspulse",
                        p -> p.compile(TEAM, source(TEAM, "return List.of();")).jar("team.jar")),
                bad(
                        "directory",
                        "holds no scenarios: it has no META-INF/services/io.statuspulse",
                        UserProject::classes),
                bad(
                        "comment",
                        "names no class of its own",
                        p -> p.naming("# none yet").jar("team.jar")),
                bad(
                        "kit-class",
                        "not a subtype",
                        p -> p.naming("io.statuspulse.conformance.suite.Suite").jar("team.jar")),
                bad(
                        "syntax",
                        "Illegal configuration-file syntax",
                        p -> p.naming("com example").jar("team.jar")),
                bad(
                        "no-class",
                        "team.jar: Provider com.example.Gone not found",
                        p -> p.naming("com.example.Gone").jar("team.jar")),
                bad(
                        "other-class",
                        "team.jar: com.example.Other not a subtype; expected the name of a public class",
                        p -> p.compile("com.example.Other", "package com.example; public class Other {}")
                                .naming("com.example.Other")
                                .jar("team.jar")),
                bad(
                        "no-constructor",
                        "Unable to get public no-arg constructor",
                        p -> p.compile(TEAM, source(TEAM, "return List.of(); } public Team(int i) {"))
                                .naming(TEAM)
                                .jar("team.jar")),
                bad(
                        "not-public",
                        "Unable to get public no-arg constructor",
                        p -> p.compile(TEAM, source(TEAM, "return List.of(); } Team() {"))
                                .naming(TEAM)
                                .jar("team.jar")),
                badSource(
                        "constructor",
                        "constructor.jar: it threw IllegalStateException: no configuration (at com.example.Team, line ",
                        "return List.of(); } public Team() { throw new IllegalStateException(\"no configuration\");"),
                badSource(
                        "initializer",
                        "initializer.jar: it threw ArithmeticException: / by zero (at com.example.Team, line ",
                        "return List.of(); } static final int X = 1 / \"\".length(); static {"),
                badSource(
                        "throwing",
                        "throwing.jar: it threw UnsupportedOperationException (at com.example.Team, line ",
                        "throw new UnsupportedOperationException();"),
                badSource("error", "error.jar: it threw AssertionError: no (at ", "throw new AssertionError(\"no\");"),
                badSource(
                        "endless",
                        "endless.jar: it threw StackOverflowError (at com.example.Team",
                        "return scenarios();"),
                badSource(
                        "lines",
                        "it threw IllegalArgumentException: two\\nlines \\x1b[31m",
                        "throw new IllegalArgumentException(\"two\\nlines \\033[31m\");"),
                badSource("null", "com.example.Team returns no scenario; expected at least one", "return null;"),
                badSource("none", "com.example.Team returns no scenario; expected at least one", "return List.of();"),
                badSource(
                        "hole",
                        "com.example.Team returns a list that holds null",
                        "return Arrays.asList(scenario(\"team/a\").accepts(valid()), null);"),
                badSource(
                        "half",
                        "it threw NullPointerException: scenario 'team/a': title is null (at com.example.Team, line ",
                        "return List.of(must(\"team/a\", Requirement.SIG_1, null).accepts(valid()));"),
                badSource(
                        "requirement",
                        "it threw IllegalArgumentException: requirement: 'REQ-SIG-1' would be the contract's",
                        "Requirement.own(\"REQ-SIG-1\", \"Mine.\"); return List.of();"),
                badSource(
                        "area",
                        "area.jar: scenario 'signature/own': the id must be area/name in kebab-case",
                        "return List.of(scenario(\"signature/own\").accepts(valid()));"),
                badSource(
                        "redefined",
                        "redefined.jar: scenario 'signature/missing': the id must be",
                        "return List.of(scenario(\"signature/missing\").accepts(valid()));"),
                badSource(
                        "twice",
                        "twice.jar: scenario 'team/a': there are two of that id; an id is one scenario's",
                        "return List.of(scenario(\"team/a\").accepts(valid()), scenario(\"team/a\").accepts(valid()));"),
                badSource(
                        "no-control",
                        "no-control.jar: scenario 'team/a': what is to be rejected has no fault, so there is no control",
                        "return List.of(scenario(\"team/a\").rejects(valid().with(new AddHeader(\"X\", \"y\"))));"),
                badSource(
                        "since",
                        "since.jar: scenario 'team/a': since 9.9 is no version of the suite; known: 1.0",
                        "return List.of(scenario(\"team/a\").since(\"9.9\").accepts(valid()));"),
                bad("newer", "class com.example.Team is compiled for Java 55, and this is Java ", p -> {
                    p.compile(TEAM, source(TEAM, "return List.of();")).naming(TEAM);
                    byte[] bytes = Files.readAllBytes(p.classFile(TEAM));
                    bytes[CLASS_VERSION + 1] = 99;
                    Files.write(p.classFile(TEAM), bytes);
                    return p.jar("team.jar");
                }),
                bad("damaged", "team.jar: ClassFormatError: ", p -> {
                    p.compile(TEAM, source(TEAM, "return List.of();")).naming(TEAM);
                    cut(p.classFile(TEAM));
                    return p.jar("team.jar");
                }),
                bad("helper", "team.jar: class com.example.Helper is missing; expected it in the same file", p -> {
                    p.compile("com.example.Helper", "package com.example; class Helper { static void help() {} }")
                            .compile(TEAM, source(TEAM, "Helper.help(); return List.of();"))
                            .naming(TEAM);
                    Files.delete(p.classFile("com.example.Helper"));
                    return p.jar("team.jar");
                }),
                bad("other-kit", "; compile it against this version of the kit", p -> {
                    String requirement = "io.statuspulse.conformance.scenario.Requirement";
                    p.compile(
                                    requirement,
                                    "package io.statuspulse.conformance.scenario;"
                                            + " public class Requirement { public static void since(int year) {} }")
                            .compile(
                                    TEAM,
                                    "package com.example; public class Team implements"
                                            + " io.statuspulse.conformance.suite.ScenarioSource {"
                                            + " public java.util.List<io.statuspulse.conformance.scenario.Scenario> scenarios() {"
                                            + " " + requirement + ".since(1999); return null; } }")
                            .naming(TEAM);
                    Files.delete(p.classFile(requirement));
                    return p.jar("team.jar");
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aBadFileIsOneLineAndExitCode2(String name, String expected, Path file) {
        for (String[] line : commands(file.toString())) {
            Outcome outcome = Outcome.of(line);
            assertThat(outcome.err())
                    .startsWith("statuspulse: --scenarios: ")
                    .contains(file.getFileName().toString(), expected)
                    .hasLineCount(1);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.exitCode()).isEqualTo(2);
        }
    }

    private static String[][] commands(String file) {
        return new String[][] {
            {"list", "--scenarios", file},
            {"explain", "signature/missing", "--scenarios", file},
            {"test", "http://127.0.0.1:9/hook", "--secret=x", "--scenarios", file}
        };
    }

    @Test
    void aFileThatIsNamedTwiceIsTold() throws IOException {
        UserProject project = new UserProject(Files.createDirectories(directory.resolve("repeated")))
                .compile(TEAM, source(TEAM, "return List.of(scenario(\"team/a\").accepts(valid()));"))
                .naming(TEAM);
        String jar = project.jar("team.jar").toString();

        Outcome outcome = Outcome.of("list", "--scenarios", jar, "--scenarios", jar);

        assertThat(outcome.err())
                .isEqualToIgnoringNewLines(
                        "statuspulse: --scenarios: team.jar: scenario 'team/a': it is in team.jar too;"
                                + " an id is one scenario's");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void aFileCanBeReplacedAfterwards() throws IOException {
        UserProject project = new UserProject(Files.createDirectories(directory.resolve("replaced")));
        for (String id : Arrays.asList("team/first", "team/second")) {
            Path jar = project.compile(TEAM, source(TEAM, "return List.of(scenario(\"" + id + "\").accepts(valid()));"))
                    .naming(TEAM)
                    .jar("team.jar");
            assertThat(Outcome.of("list", "--select=team", "--scenarios", jar.toString())
                            .out())
                    .startsWith(id + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "1", "", "latest"})
    void anUnknownSuiteIsToldWithTheKnownOnes(String version) {
        Outcome test = Outcome.of("test", "http://127.0.0.1:9/hook", "--secret=x", "--suite=" + version);
        Outcome list = Outcome.of("list", "--since=" + version);

        assertThat(test.err())
                .isEqualToIgnoringNewLines("statuspulse: --suite: there is no suite '" + version + "'; known: 1.0");
        assertThat(list.err())
                .isEqualToIgnoringNewLines("statuspulse: --since: there is no suite '" + version + "'; known: 1.0");
        assertThat(test.exitCode()).isEqualTo(2);
        assertThat(list.exitCode()).isEqualTo(2);
    }

    @Test
    void whatTheFirstSuiteHadIsEverything() {
        assertThat(Outcome.of("list", "--since=1.0").out())
                .isEqualTo(Outcome.of("list").out());
    }

    private static Path cut(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }
}
