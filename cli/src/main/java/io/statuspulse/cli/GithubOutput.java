package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.couldNotRun;
import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.cli.GithubOptions.Part;
import io.statuspulse.conformance.ci.GithubAnnotations;
import io.statuspulse.conformance.ci.MarkdownReport;
import io.statuspulse.conformance.recorded.RecordedReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a runner of GitHub Actions takes.
 *
 * @param annotations whether failures are annotated: only there, as the commands are noise elsewhere
 * @param summary the file that summaries are appended to; empty where none is to be written
 * @param source the receiver's source file
 */
record GithubOutput(boolean annotations, Optional<Path> summary, Optional<String> source) {
    private static final String ON_A_RUNNER = "GITHUB_ACTIONS";
    private static final String SUMMARY_FILE = "GITHUB_STEP_SUMMARY";

    /** What a runner takes for a command: two colons at the start of a line, or the older form anywhere in it. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^([ \\t]*)(?=::)|(?<=##)(?=\\[)");

    /** Sees to it that what is asked for can be written, as far as this is a runner. */
    static GithubOutput check(Map<String, String> env, Set<Part> asked, Optional<String> source) {
        String file = env.getOrDefault(SUMMARY_FILE, "");
        Optional<Path> summary =
                asked.contains(Part.SUMMARY) && !file.isEmpty() ? Optional.of(writable(file)) : Optional.empty();
        return new GithubOutput(asked.contains(Part.ANNOTATIONS) && isRunner(env), summary, source);
    }

    private static Path writable(String file) {
        try {
            Path path = Path.of(file);
            boolean possible = Files.exists(path)
                    ? Files.isWritable(path) && !Files.isDirectory(path)
                    : Files.isDirectory(path.toAbsolutePath().resolveSibling("."));
            if (possible) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw usage(SUMMARY_FILE + ": '" + file + "' is no path (" + e.getReason() + ")", e);
        }
        throw usage(SUMMARY_FILE + ": '" + file + "' cannot be written");
    }

    private static boolean isRunner(Map<String, String> env) {
        return env.getOrDefault(ON_A_RUNNER, "").equals("true");
    }

    /** Tells of a run. Commands go to the error output, which a runner reads too, so that the other one stays a report. */
    void tell(Io io, Recorded run) {
        if (!annotations && summary.isEmpty()) {
            return;
        }
        try {
            RecordedReport recorded = run.recording();
            if (annotations) {
                io.out().flush();
                GithubAnnotations.of(recorded, source).forEach(io.err()::println);
                io.err().flush();
            }
            if (summary.isPresent()) {
                append(recorded, summary.get());
            }
        } catch (IOException e) {
            throw couldNotRun("--github: the summary could not be written (" + IoReason.of(e) + ")", e);
        }
    }

    /** Other steps' tools write there too. */
    private static void append(RecordedReport report, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            MarkdownReport.write(report, out);
        }
    }

    /** Returns lines of which a runner takes none for a command, whatever a receiver answered or printed. */
    static String harmless(Map<String, String> env, String lines) {
        return isRunner(env) ? COMMAND.matcher(lines).replaceAll("$1\\\\") : lines;
    }
}
