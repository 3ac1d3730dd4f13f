package io.statuspulse.junit;

import java.io.File;
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
import org.junit.jupiter.api.Assumptions;

/** A Maven as a user has it: with a local repository of its own, from which it knows the kit. */
final class UserMaven {
    private final Path program;
    private final Path settings;

    private UserMaven(Path program, Path settings) {
        this.program = program;
        this.settings = settings;
    }

    /** The Maven that runs this build, or the one on the path. Skips the test where there is none. */
    static UserMaven in(Path directory) throws IOException {
        Optional<Path> program = program();
        Assumptions.assumeTrue(program.isPresent(), "there is no mvn, neither around this build nor on the PATH");
        Files.createDirectories(directory);
        Path settings = directory.resolve("settings.xml");
        Files.writeString(settings, settings(), StandardCharsets.UTF_8);
        return new UserMaven(program.orElseThrow(), settings);
    }

    private static Optional<Path> program() {
        Stream<Path> own = Stream.of(System.getProperty("it.maven.home", ""))
                .filter(home -> !home.isEmpty())
                .map(home -> Path.of(home, "bin"));
        Stream<Path> path = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of);
        return Stream.concat(own, path)
                .map(bin -> bin.resolve("mvn"))
                .filter(Files::isExecutable)
                .findFirst();
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
    Command.Ended test(Path directory, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-B",
                "-ntp",
                "-gs",
                settings.toString(),
                "-Dmaven.repo.local=" + System.getProperty("it.user.repository"),
                "-Dstyle.color=never",
                "test"));
        command.addAll(arguments);
        // A run is over before a better compiler would pay.
        Map<String, String> environment = Map.of(
                "JAVA_HOME", System.getProperty("java.home"), "MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        return Command.run(directory, directory.resolve("mvn.log"), environment, command);
    }
}
