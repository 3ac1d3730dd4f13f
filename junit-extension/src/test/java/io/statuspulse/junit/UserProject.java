package io.statuspulse.junit;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A project of a user: a copy of one of {@code src/it}. */
final class UserProject {
    private static final Path ORIGINALS = Path.of(System.getProperty("it.projects"));

    private final Path directory;

    /** The project in that directory. */
    UserProject(Path directory) {
        this.directory = directory;
    }

    /** Copies what is in that directory of {@code src/it}; in its files, each placeholder is replaced. */
    void copy(String original, Map<String, String> placeholders) throws IOException {
        copy(ORIGINALS.resolve(original), "", placeholders);
    }

    /** Copies what is in that directory to a directory of the project. */
    void copy(Path original, String under, Map<String, String> placeholders) throws IOException {
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
                    text = text.replace("@" + placeholder.getKey() + "@", placeholder.getValue());
                }
                write(directory.resolve(under).resolve(original.relativize(file).toString()), text);
            }
        }
    }

    /** Leaves what is the same alone: Maven need not compile it again. */
    static void write(Path file, String text) throws IOException {
        boolean same = Files.exists(file)
                && Files.readString(file, StandardCharsets.UTF_8).equals(text);
        if (!same) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
    }

    /** Where that file of it is. */
    Path file(String path) {
        return directory.resolve(path);
    }

    /** The test cases in Surefire's report; none without a report. */
    List<Element> testCases() throws IOException {
        List<Element> cases = new ArrayList<>();
        for (Path report : reports()) {
            NodeList found = parse(report).getElementsByTagName("testcase");
            for (int i = 0; i < found.getLength(); i++) {
                cases.add((Element) found.item(i));
            }
        }
        return cases;
    }

    /** The class path of the tests in Surefire's report. */
    List<Path> classPath() throws IOException {
        for (Path report : reports()) {
            NodeList found = parse(report).getElementsByTagName("property");
            for (int i = 0; i < found.getLength(); i++) {
                Element property = (Element) found.item(i);
                if (property.getAttribute("name").equals("surefire.test.class.path")) {
                    return Stream.of(property.getAttribute("value").split(Pattern.quote(File.pathSeparator)))
                            .map(Path::of)
                            .toList();
                }
            }
        }
        return List.of();
    }

    static String name(Element test) {
        return test.getAttribute("name");
    }

    static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
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

    void deleteReports() throws IOException {
        for (Path report : reports()) {
            Files.delete(report);
        }
    }
}
