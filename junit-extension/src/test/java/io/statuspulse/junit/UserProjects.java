package io.statuspulse.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * The projects of users that integration tests look at, as modules of one build: a Maven starts once for all of them, the first
 * time that one is asked for, and builds some side by side. They have no parent in common, and each is what its {@code pom.xml}
 * says; what a user would say on the command line stands among its properties, where Maven looks for it next.
 */
final class UserProjects {
    private static final Path DIRECTORY = Path.of(System.getProperty("it.work"), "projects");

    /** Where the class of most of them leaves its report. */
    static final String REPORT = "target/statuspulse/com.example.MyReceiverTest.json";

    static final String OF_AN_EARLIER_BUILD = "{\"kit\": \"of an earlier build\"}";

    private static final class Built {
        static final UserProjects ALL = build();
    }

    private final Command.Ended ended;
    private final Map<String, List<Element>> tests;
    private final Map<String, List<Path>> classPaths;

    private UserProjects(Command.Ended ended, Map<String, List<Element>> tests, Map<String, List<Path>> classPaths) {
        this.ended = ended;
        this.tests = tests;
        this.classPaths = classPaths;
    }

    /** The build of all of them. Skips the test where there is no Maven. */
    static UserProjects built() throws IOException {
        UserMaven.in(DIRECTORY); // Skips every test that asks, which the initialization of a class could do once.
        return Built.ALL;
    }

    private static UserProjects build() {
        try {
            for (UserBuild each : UserBuilds.ALL) {
                each.write(project(each.name()));
            }
            // As a build before this one leaves it.
            UserProject.write(project("too-late").file(REPORT), OF_AN_EARLIER_BUILD);
            UserProject.write(DIRECTORY.resolve("pom.xml"), modules());
            // Maven looks for this directory upwards, and would find the kit's own.
            Files.createDirectories(DIRECTORY.resolve(".mvn"));
            Command.Ended ended = UserMaven.in(DIRECTORY).test(DIRECTORY, List.of("-T", "3", "--fail-at-end"));
            Map<String, List<Element>> tests = new LinkedHashMap<>();
            Map<String, List<Path>> classPaths = new LinkedHashMap<>();
            for (UserBuild each : UserBuilds.ALL) {
                tests.put(each.name(), project(each.name()).testCases());
                classPaths.put(each.name(), project(each.name()).classPath());
                project(each.name()).deleteReports(); // Whoever reads ours must not find them.
            }
            return new UserProjects(ended, tests, classPaths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String modules() {
        return UserBuilds.ALL.stream()
                .map(each -> "<module>" + each.name() + "</module>")
                .collect(Collectors.joining(
                        "\n",
                        "<project><modelVersion>4.0.0</modelVersion><groupId>com.example</groupId>"
                                + "<artifactId>projects</artifactId><version>1</version><packaging>pom</packaging><modules>\n",
                        "\n</modules></project>\n"));
    }

    /** Where the project of that name is. */
    static UserProject project(String name) {
        return new UserProject(DIRECTORY.resolve(name));
    }

    /** What Maven says of that project at the end: {@code SUCCESS} or {@code FAILURE}. */
    String outcome(String name) {
        Matcher line = Pattern.compile(
                        "^\\[INFO] " + Pattern.quote(name) + "(?: \\S+)? \\.+ ([A-Z]+)", Pattern.MULTILINE)
                .matcher(ended.output());
        if (!line.find()) {
            throw new IllegalStateException(name + " was not built: " + ended.output());
        }
        return line.group(1);
    }

    /** The test cases of that project in Surefire's report. */
    List<Element> tests(String name) {
        return List.copyOf(tests.get(name));
    }

    /** Those of them that ran. */
    List<String> ran(String name) {
        List<String> names = new ArrayList<>();
        for (Element test : tests(name)) {
            if (!UserProject.has(test, "skipped")) {
                names.add(UserProject.name(test));
            }
        }
        return names;
    }

    /** What Maven put on the class path of those tests. */
    List<Path> classPath(String name) {
        return List.copyOf(classPaths.get(name));
    }

    /** What all of it printed. */
    String output() {
        return ended.output();
    }

    int exit() {
        return ended.exit();
    }
}
