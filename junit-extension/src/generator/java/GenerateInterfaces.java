import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verifier.Vectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the test interfaces from the suite: one for each area, and one that extends them all. The build runs it before
 * it compiles, as {@code java GenerateInterfaces.java DIRECTORY}.
 */
public final class GenerateInterfaces {
    private static final String PACKAGE = "io.statuspulse.junit";
    private static final String WHOLE = "StatusPulseConformance";

    private static final String VERIFIER = "VerifierConformance";

    private GenerateInterfaces() {}

    public static void main(String... args) throws IOException {
        Path directory = Path.of(args[0], PACKAGE.split("\\."));
        Map<String, List<Scenario>> areas = Suite.scenarios().stream()
                .collect(Collectors.groupingBy(Scenario::area, LinkedHashMap::new, Collectors.toList()));
        requireDistinctMethods(areas.values());
        Map<String, String> files = new LinkedHashMap<>();
        areas.forEach((area, scenarios) -> files.put(typeName(area) + ".java", ofArea(area, scenarios)));
        files.put(WHOLE + ".java", ofAll(areas.keySet()));
        files.put(VERIFIER + ".java", ofVerifier(Vectors.bundled().families()));
        Files.createDirectories(directory);
        removeOthers(directory, files.keySet());
        for (Map.Entry<String, String> file : files.entrySet()) {
            writeIfChanged(directory.resolve(file.getKey()), file.getValue());
        }
    }

    private static String ofArea(String area, List<Scenario> scenarios) {
        return head("org.junit.jupiter.api.DisplayName", "org.junit.jupiter.api.Tag", "org.junit.jupiter.api.Test")
                + "/** The area {@code " + area + "} of the suite: one test for each of its " + scenarios.size()
                + " scenarios. */\n"
                + "@Generated(\"GenerateInterfaces\")\n"
                + "public interface " + typeName(area) + " extends ReceiverProvider {\n"
                + scenarios.stream().map(GenerateInterfaces::method).collect(Collectors.joining())
                + "}\n";
    }

    private static String ofAll(Collection<String> areas) {
        return head()
                + "/** The whole suite: one test for each scenario of every area. */\n"
                + "@Generated(\"GenerateInterfaces\")\n"
                + "public interface " + WHOLE + "\n        extends "
                + areas.stream().map(GenerateInterfaces::typeName).collect(Collectors.joining(",\n                "))
                + " {}\n";
    }

    private static String ofVerifier(List<Vectors.Family> families) {
        Map<String, String> names = new LinkedHashMap<>();
        families.forEach(family -> requireNew(names.put(methodName(family.id()), family.id()), family.id()));
        return head(
                        "org.junit.jupiter.api.DisplayName",
                        "org.junit.jupiter.api.Tag",
                        "org.junit.jupiter.api.Test",
                        "org.junit.jupiter.api.TestReporter")
                + "/** The vectors for a function that verifies: one test for each of their " + families.size()
                + " families. */\n"
                + "@Generated(\"GenerateInterfaces\")\n"
                + "public interface " + VERIFIER + " extends VerifierProvider {\n"
                + families.stream().map(GenerateInterfaces::method).collect(Collectors.joining())
                + "}\n";
    }

    private static void requireNew(String other, String id) {
        if (other != null) {
            throw new IllegalStateException("families " + other + " and " + id + " would share a test method's name");
        }
    }

    private static String method(Vectors.Family family) {
        Set<String> tags = new TreeSet<>();
        family.vectors().scenarios().forEach(scenario -> {
            tags.add(scenario.level().name().toLowerCase(Locale.ROOT));
            tags.add(scenario.area());
        });
        return "\n    /** "
                + html(family.title().substring(0, 1).toUpperCase(Locale.ROOT)
                        + family.title().substring(1)) + " */\n"
                + "    @Test\n"
                + tags.stream().map(tag -> "    @Tag(\"" + tag + "\")\n").collect(Collectors.joining())
                + "    @DisplayName(\"" + literal(family.id() + ": " + family.title()) + "\")\n"
                + "    default void " + methodName(family.id()) + "(TestReporter reporter) {\n"
                + "        VerifierTest.check(this, \"" + family.id() + "\", reporter);\n"
                + "    }\n";
    }

    private static String head(String... imports) {
        return "package " + PACKAGE + ";\n\n"
                + "import javax.annotation.processing.Generated;\n"
                + Arrays.stream(imports).map(i -> "import " + i + ";\n").collect(Collectors.joining())
                + "\n";
    }

    private static String method(Scenario scenario) {
        return "\n    /** " + javadoc(scenario) + " */\n"
                + "    @Test\n"
                + tags(scenario).stream()
                        .map(tag -> "    @Tag(\"" + tag + "\")\n")
                        .collect(Collectors.joining())
                + "    @DisplayName(\"" + literal(scenario.id() + ": " + scenario.title()) + "\")\n"
                + "    default void " + methodName(scenario) + "() {\n"
                + "        CurrentTest.check(\"" + scenario.id() + "\");\n"
                + "    }\n";
    }

    private static String javadoc(Scenario scenario) {
        String title = scenario.title();
        return html(title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1)) + " (" + scenario.level()
                + ", " + scenario.requirement().id() + ").";
    }

    /** A set, since an area and a tag may have the same name. */
    private static Set<String> tags(Scenario scenario) {
        Set<String> tags = new LinkedHashSet<>();
        tags.add(scenario.level().name().toLowerCase(Locale.ROOT));
        tags.add(scenario.area());
        tags.addAll(scenario.tags().stream().map(Tag::label).collect(Collectors.toCollection(TreeSet::new)));
        return tags;
    }

    private static String typeName(String area) {
        return Arrays.stream(area.split("-"))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "Conformance";
    }

    private static String methodName(Scenario scenario) {
        return methodName(scenario.id());
    }

    private static String methodName(String id) {
        return id.replaceAll("[^a-z0-9]", "_");
    }

    private static void requireDistinctMethods(Collection<List<Scenario>> areas) {
        Map<String, String> ids = new LinkedHashMap<>();
        areas.stream().flatMap(List::stream).forEach(scenario -> {
            String other = ids.put(methodName(scenario), scenario.id());
            if (other != null) {
                throw new IllegalStateException(
                        "scenarios " + other + " and " + scenario.id() + " would share a test method's name");
            }
        });
    }

    /** As a string literal in ASCII, so that no compiler's charset matters. */
    private static String literal(String text) {
        return ascii(text.replace("\\", "\\\\").replace("\"", "\\\""), "\\u%04x");
    }

    /** As text in a comment; a backslash is spelt out, since one before a u is read as an escape even there. */
    private static String html(String text) {
        String escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*", "&#42;")
                .replace("\\", "&#92;");
        return ascii(escaped, "&#x%x;");
    }

    private static String ascii(String text, String format) {
        return text.chars()
                .mapToObj(c -> c >= ' ' && c < 0x7f ? String.valueOf((char) c) : String.format(Locale.ROOT, format, c))
                .collect(Collectors.joining());
    }

    private static void removeOthers(Path directory, Set<String> names) throws IOException {
        try (Stream<Path> present = Files.list(directory)) {
            present.filter(file -> !names.contains(file.getFileName().toString()))
                    .forEach(GenerateInterfaces::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves what is the same alone, so that nothing is compiled again for it. */
    private static void writeIfChanged(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            Files.write(file, bytes);
        }
    }
}
