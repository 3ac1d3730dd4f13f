package io.statuspulse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.statuspulse.conformance.suite.ScenarioSource;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** What a user makes who writes scenarios: sources, the directory of their classes, and a jar file. */
final class UserProject {
    private static final String SERVICES = "META-INF/services/" + ScenarioSource.class.getName();

    private final Path directory;
    private final Path classes;

    UserProject(Path directory) {
        this.directory = directory;
        this.classes = directory.resolve("classes");
    }

    /** Compiles one class, of the package that its text says, against the kit and what was compiled before. */
    UserProject compile(String className, String text) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assumeTrue(compiler != null, "this Java has no compiler");
        Path source = directory.resolve("src").resolve(className.replace('.', '/') + ".java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, text);
        Files.createDirectories(classes);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> options = List.of(
                "-encoding",
                "UTF-8",
                "--release",
                "17",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                classes
                        + File.pathSeparator
                        + pathOf(ScenarioSource.class)
                        + File.pathSeparator
                        + pathOf(DeliveryPlan.class));
        List<String> arguments = new ArrayList<>(options);
        arguments.add(source.toString());
        int result = compiler.run(null, said, said, arguments.toArray(String[]::new));
        assertThat(result).as(said.toString(UTF_8)).isZero();
        return this;
    }

    /** Names these in the file in which sources are named; each line as it is. */
    UserProject naming(String... lines) throws IOException {
        Path services = classes.resolve(SERVICES);
        Files.createDirectories(services.getParent());
        Files.writeString(services, String.join("\n", lines) + "\n");
        return this;
    }

    Path classFile(String className) {
        return classes.resolve(className.replace('.', '/') + ".class");
    }

    /** The directory of classes, as build tools leave it. */
    Path classes() {
        return classes;
    }

    /** Packs the classes. */
    Path jar(String name) throws IOException {
        Path jar = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }

    /** A source of scenarios whose method ends with these statements. */
    static String source(String className, String statements) {
        int dot = className.lastIndexOf('.');
        return String.format(Locale.ROOT, """
                package %s;

                import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
                import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

                import io.statuspulse.conformance.scenario.*;
                import io.statuspulse.conformance.suite.ScenarioSource;
                import io.statuspulse.simulator.delivery.SentEdit.*;
                import java.util.*;

                public class %s implements ScenarioSource {
                    static ScenarioBuilder scenario(String id) {
                        return must(id, Requirement.own("TEAM-1", "It is so."), "it is so")
                                .why("Why.").mend(Mend.anywhere("Mend."));
                    }

                    @Override
                    public List<Scenario> scenarios() {
                        %s
                    }
                }
                """, className.substring(0, dot), className.substring(dot + 1), statements);
    }

    private static Path pathOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
