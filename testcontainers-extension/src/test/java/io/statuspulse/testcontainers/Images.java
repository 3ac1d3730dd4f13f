package io.statuspulse.testcontainers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * A correct receiver in an image made from nothing, so that none is pulled: the example in Go as a static program, with
 * what lets the whole suite look inside. It listens on all addresses at 8080, and needs {@code STATUSPULSE_SECRET}.
 */
final class Images {
    static final int PORT = 8080;
    static final String PATH = "/webhook/statuspulse";
    static final String SECRET = "whsec_5e1d07c4a9f2b836d0e7f1a2b3c4d5e6";
    static final String PREVIOUS_SECRET = "whsec_before_the_container";

    private static final Path EXAMPLE = Path.of("..", "examples", "go");

    private Images() {}

    static boolean goIsThere() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "go")));
    }

    /** What the image is built from, beside the program; {@code target/receiver/Dockerfile}. */
    static Path dockerfile() {
        return Once.DOCKERFILE;
    }

    /** A receiver out of a Dockerfile. */
    static ContainerReceiver receiver() {
        return withSecrets(ContainerReceiver.ofDockerfile(Once.DOCKERFILE, PORT, PATH));
    }

    /** The same in a container as a user makes it, with the waiting that Testcontainers has by default. */
    static GenericContainer<?> container() {
        return withoutSecret()
                .withEnv("STATUSPULSE_SECRET", SECRET)
                .withEnv("STATUSPULSE_PREVIOUS_SECRET", PREVIOUS_SECRET);
    }

    static ContainerReceiver withSecrets(ContainerReceiver receiver) {
        return receiver.env("STATUSPULSE_SECRET", SECRET).env("STATUSPULSE_PREVIOUS_SECRET", PREVIOUS_SECRET);
    }

    /** A container whose program ends at once, with a message. */
    static GenericContainer<?> withoutSecret() {
        return new GenericContainer<>(Once.IMAGE);
    }

    static String name() {
        return Once.IMAGE.get();
    }

    /** Built when the first test asks for it. */
    private static final class Once {
        static final Path DOCKERFILE = build();
        static final ImageFromDockerfile IMAGE = new ImageFromDockerfile().withDockerfile(DOCKERFILE);

        private static Path build() {
            try {
                Path folder = emptied(Path.of("target", "receiver"));
                copySources(EXAMPLE, folder);
                copySources(Path.of("src", "test", "go"), folder);
                compile(folder);
                Path dockerfile = folder.resolve("Dockerfile");
                Files.writeString(dockerfile, """
                        FROM scratch
                        COPY receiver /receiver
                        CMD ["/receiver", "0.0.0.0:8080"]
                        """);
                Files.writeString(folder.resolve(".dockerignore"), "*.go\ngo.mod\n");
                return dockerfile;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path emptied(Path folder) throws IOException {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            return folder;
        }

        private static void copySources(Path from, Path to) throws IOException {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(from, "{*.go,go.mod}")) {
                for (Path file : files) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }

        private static void compile(Path folder) throws IOException {
            ProcessBuilder go = new ProcessBuilder("go", "build", "-tags", "fortestsonly", "-o", "receiver", ".")
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            go.environment().put("CGO_ENABLED", "0"); // Static: the image holds nothing else.
            go.environment().put("GOOS", "linux");
            Process process = go.start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            try {
                if (process.waitFor() != 0) {
                    throw new IOException("go build: " + said);
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
