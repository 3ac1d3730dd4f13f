package io.statuspulse.junit;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that an integration test runs. */
final class Command {
    private static final long MOST_MINUTES = 5;

    private Command() {}

    /**
     * How it ended.
     *
     * @param exit its exit code
     * @param output what it printed, errors included
     */
    record Ended(int exit, String output) {}

    static Ended run(Path directory, Path log, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // What the build around us was given is not what a user has.
        builder.environment().remove("MAVEN_OPTS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " did not end within " + MOST_MINUTES + " min; see " + log);
        }
        // The console's charset; nothing that is looked for is outside ASCII.
        return new Ended(process.exitValue(), new String(Files.readAllBytes(log), Charset.defaultCharset()));
    }
}
