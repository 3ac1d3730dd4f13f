package io.statuspulse.junit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Assumptions;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A copy of the user's project, built by a Maven of its own that knows the kit from a repository. */
final class UserProject {
    private static final Path WORK = Path.of(System.getProperty("it.work"));
    private static final Path ORIGINALS = Path.of(System.getProperty("it.projects"));

    private final Path directory;
    private final Path maven;
    private final Path settings;

    private UserProject(Path directory, Path maven, Path settings) {
        this.directory = directory;
        this.maven = maven;
        this.settings = settings;
    }

    /** The Maven that runs this build, or the one on the path. */
    private static Optional<Path> maven() {
        Stream<Path> own = Stream.of(System.getProperty("it.maven.home", ""))
                .filter(home -> !home.isEmpty())
                .map(home -> Path.of(home, "bin"));
        Stream<Path> path = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(Path::of);
        return Stream.concat(own, path)
                .map(bin -> bin.resolve("mvn"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A copy of the project of that name that uses that JUnit. Skips the test where there is no Maven. */
    static UserProject of(String name, String junit) throws IOException {
        Optional<Path> maven = maven();
        Assumptions.assumeTrue(maven.isPresent(), "there is no mvn, neither around this build nor on the PATH");
        UserProject project =
                new UserProject(WORK.resolve(name + "-" + junit), maven.orElseThrow(), WORK.resolve("settings.xml"));
        project.copy(
                ORIGINALS.resolve(name),
                Map.of(
                        "@kit.version@", System.getProperty("it.kit.version"),
                        "@junit.version@", junit,
                        "@kotlin.version@", System.getProperty("it.kotlin.version"),
                        "@undertow.version@", System.getProperty("it.undertow.version")));
        Files.writeString(project.settings, settings(), StandardCharsets.UTF_8);
        return project;
    }

    /** Adds what is in that directory, as it is. */
    UserProject with(Path sources, String under) throws IOException {
        UserProject inner = new UserProject(directory.resolve(under), maven, settings);
        inner.copy(sources, Map.of());
        return this;
    }

    private void copy(Path original, Map<String, String> placeholders) throws IOException {
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
                    text = text.replace(placeholder.getKey(), placeholder.getValue());
                }
                Path copied = directory.resolve(original.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                writeIfChanged(copied, text);
            }
        }
        // Maven looks for this directory upwards, and would find the kit's own.
        Files.createDirectories(directory.resolve(".mvn"));
    }

    /** Leaves what is the same alone: Maven need not compile it again. */
    private static void writeIfChanged(Path file, String text) throws IOException {
        boolean same = Files.exists(file)
                && Files.readString(file, StandardCharsets.UTF_8).equals(text);
        if (!same) {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
    }

    /** Where artifacts come from that this build already has; what it lacks comes from where it always does. */
    private static String settings() {
        String seed = "<id>seed</id><url>"
                + Path.of(System.getProperty("it.seed.repository")).toUri() + "</url>"
                + "<releases><checksumPolicy>ignore</checksumPolicy></releases>"
                + "<snapshots><enabled>false</enabled></snapshots>";
        return "<settings><profiles><profile><id>seed</id>"
                + "<repositories><repository>" + seed + "</repository></repositories>"
                + "<pluginRepositories><pluginRepository>" + seed + "</pluginRepository></pluginRepositories>"
                + "</profile></profiles><activeProfiles><activeProfile>seed</activeProfile></activeProfiles></settings>";
    }

    /** Runs {@code mvn test} with more arguments. */
    Command.Ended test(String... arguments) throws IOException, InterruptedException {
        deleteReports();
        List<String> command = new ArrayList<>(List.of(
                maven.toString(),
                "-B",
                "-ntp",
                "-gs",
                settings.toString(),
                "-Dmaven.repo.local=" + System.getProperty("it.user.repository"),
                "-Dstyle.color=never",
                "test"));
        command.addAll(List.of(arguments));
        Path log = directory.resolve("mvn.log");
        return Command.run(directory, log, Map.of("JAVA_HOME", System.getProperty("java.home")), command);
    }

    /** Where that file of it is. */
    Path file(String path) {
        return directory.resolve(path);
    }

    /** Takes the test cases out of Surefire's report, which whoever reads ours must not find; none without a report. */
    List<Element> testCases() throws IOException {
        List<Element> cases = new ArrayList<>();
        for (Path report : reports()) {
            NodeList found = parse(report).getElementsByTagName("testcase");
            for (int i = 0; i < found.getLength(); i++) {
                cases.add((Element) found.item(i));
            }
        }
        deleteReports();
        return cases;
    }

    private static Element parse(Path report) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(report + " is not XML", e);
        }
    }

    private List<Path> reports() throws IOException {
        Path reports = directory.resolve("target/surefire-reports");
        if (!Files.isDirectory(reports)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(reports)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .toList();
        }
    }

    private void deleteReports() throws IOException {
        for (Path report : reports()) {
            Files.delete(report);
        }
    }
}
