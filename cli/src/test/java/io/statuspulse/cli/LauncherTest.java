package io.statuspulse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a copy of its surroundings, with a jar that only says what it was called with. */
class LauncherTest {
    private static final Path LAUNCHER =
            Path.of("..", "statuspulse").toAbsolutePath().normalize();
    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "cksum",
            "cp",
            "find",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sleep",
            "touch");

    @TempDir
    Path directory;

    private Path root;
    private Path bin;
    private String javaHome = "";

    @BeforeEach
    void copy() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here");
        root = Files.createDirectories(directory.resolve("a b"));
        bin = Files.createDirectories(directory.resolve("bin"));
        Files.copy(LAUNCHER, root.resolve("statuspulse"));
        assertThat(root.resolve("statuspulse").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(root.resolve("cli/target"));
        Files.createDirectories(root.resolve("cli/src/main"));
        // Where a directory belongs: no archive can be made, and none is needed to test the rest.
        Files.writeString(root.resolve("cli/target/class-data"), "");
        for (String tool : TOOLS) {
            Path found = Path.of("/usr/bin", tool);
            script(tool, "exec " + (Files.exists(found) ? found : Path.of("/bin", tool)) + " \"$@\"");
        }
        javaHome = System.getProperty("java.home");
    }

    @Test
    void argumentsAndExitCodeGoThrough() throws Exception {
        writeJar(root.resolve("cli/target/statuspulse.jar"));
        Result result = start(directory, root.resolve("statuspulse").toString(), "x y", "", "*", "--exit=7");
        assertThat(result.out().lines()).containsExactly("[x y]", "[]", "[*]", "[--exit=7]");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(7);
    }

    /** So that a signal to it is a signal to the command. */
    @Test
    void itBecomesTheCommand() throws Exception {
        writeJar(root.resolve("cli/target/statuspulse.jar"));
        Process launcher = begin(directory, root.resolve("statuspulse").toString(), "--pid");
        long pid = launcher.pid();
        assertThat(finish(launcher).out()).isEqualTo("[--pid]\n" + pid);
    }

    @Test
    void itWorksThroughLinks() throws Exception {
        writeJar(root.resolve("cli/target/statuspulse.jar"));
        Path link = Files.createSymbolicLink(directory.resolve("first"), Path.of("a b", "statuspulse"));
        Files.createSymbolicLink(directory.resolve("second"), link);
        assertThat(start(directory, directory.resolve("second").toString(), "a").out())
                .isEqualTo("[a]\n");
        assertThat(start(directory, "/bin/sh", "second", "a").out()).isEqualTo("[a]\n");
    }

    @Test
    void missingJavaIsToldWithWhatToInstall() throws Exception {
        javaHome = "";
        Result result = start(directory, root.resolve("statuspulse").toString(), "a");
        assertThat(result.err())
                .contains("no java on the PATH", "Java 17 or newer", "JAVA_HOME")
                .hasLineCount(1);
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void oldJavaIsRefused() throws Exception {
        javaHome = "";
        script("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        Result result = start(directory, root.resolve("statuspulse").toString(), "a");
        assertThat(result.err())
                .contains("is Java 11.0.2", "Java 17 or newer is needed")
                .hasLineCount(1);
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void javaHomeThatIsWrongIsPassedOver() throws Exception {
        writeJar(root.resolve("cli/target/statuspulse.jar"));
        script("java", "exec '" + javaHome + "/bin/java' \"$@\"");
        javaHome = "/nonexistent";
        Result result = start(directory, root.resolve("statuspulse").toString(), "a");
        assertThat(result.out()).isEqualTo("[a]\n");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void missingMavenIsToldWithWhatToInstall() throws Exception {
        Result result = start(directory, root.resolve("statuspulse").toString(), "a");
        assertThat(result.err())
                .contains("no mvn on the PATH", "Maven 3.8.7 or newer")
                .hasLineCount(1);
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void itBuildsOnceAndAgainWhenASourceIsNewer() throws Exception {
        mavenThatCopies();
        assertThat(start(directory, root.resolve("statuspulse").toString(), "a").err())
                .contains("building")
                .hasLineCount(1);
        assertThat(start(directory, root.resolve("statuspulse").toString(), "a").err())
                .isEmpty();
        Path source = Files.writeString(root.resolve("cli/src/main/X.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        Result again = start(directory, root.resolve("statuspulse").toString(), "a");
        assertThat(again.err()).contains("building").hasLineCount(1);
        assertThat(again.out()).isEqualTo("[a]\n");
        assertThat(Files.readAllLines(directory.resolve("builds"))).hasSize(2);
    }

    @Test
    void startsAtTheSameMomentBuildOnce() throws Exception {
        mavenThatCopies();
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(begin(directory, root.resolve("statuspulse").toString(), "a"));
        }
        for (Process each : all) {
            assertThat(finish(each).out()).isEqualTo("[a]\n");
        }
        assertThat(Files.readAllLines(directory.resolve("builds"))).hasSize(1);
        assertThat(root.resolve("cli/target/launcher.lock")).doesNotExist();
    }

    @Test
    void aLockWhoseOwnerIsGoneIsBroken() throws Exception {
        mavenThatCopies();
        Process gone = new ProcessBuilder("/bin/sh", "-c", ":").start();
        gone.waitFor();
        Files.createDirectory(root.resolve("cli/target/launcher.lock"));
        Files.writeString(root.resolve("cli/target/launcher.lock/pid"), gone.pid() + "\n");
        assertThat(start(directory, root.resolve("statuspulse").toString(), "a").out())
                .isEqualTo("[a]\n");
    }

    @Test
    void aBuildThatFailsShowsItsOutput() throws Exception {
        script("mvn", "echo 'cannot compile X.java'; exit 1");
        Result result = start(directory, root.resolve("statuspulse").toString(), "a");
        assertThat(result.err()).contains("cannot compile X.java", "the build failed");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(root.resolve("cli/target/launcher.lock")).doesNotExist();
    }

    @Test
    void theArchiveOfClassesIsMadeOnceAndUsed() throws Exception {
        writeJar(root.resolve("cli/target/statuspulse.jar"));
        Files.delete(root.resolve("cli/target/class-data"));
        Result first = start(directory, root.resolve("statuspulse").toString(), "a");
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).isEqualTo("[a]\n");
        try (var made = Files.list(root.resolve("cli/target/class-data"))) {
            assertThat(made).singleElement().satisfies(archive -> {
                assertThat(Files.size(archive)).isPositive();
                assertThat(start(directory, root.resolve("statuspulse").toString(), "--archive")
                                .out())
                        .contains(archive.getFileName().toString());
            });
        }
    }

    private void mavenThatCopies() throws IOException {
        writeJar(directory.resolve("made.jar"));
        script("mvn", "echo built >>../builds; sleep 0.3; cp ../made.jar cli/target/statuspulse.jar");
    }

    private void script(String name, String commands) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + commands + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void writeJar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, EchoMain.class.getName());
        String entry = EchoMain.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(EchoMain.class.getResourceAsStream("/" + entry).readAllBytes());
            jar.closeEntry();
        }
    }

    private record Result(int exitCode, String out, String err) {}

    private Result start(Path from, String... command) throws IOException, InterruptedException {
        return finish(begin(from, command));
    }

    private Process begin(Path from, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        if (!javaHome.isEmpty()) {
            builder.environment().put("JAVA_HOME", javaHome);
        }
        return builder.start();
    }

    private static Result finish(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), out, err);
    }
}
