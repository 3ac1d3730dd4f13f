package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.checked;
import static io.statuspulse.cli.CliException.couldNotRun;
import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.conformance.report.ReportFormat;
import io.statuspulse.conformance.verdict.Report;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A report that is to be written, to a path that was found to be writable before the run.
 *
 * @param format how
 * @param file where, with symbolic links followed
 * @param replaced whether it is written beside and then moved there, so that nobody sees half of it
 */
record ReportFile(ReportFormat format, Path file, boolean replaced) {

    /** Reads {@code FORMAT=FILE} for each, and checks that each file can be written without touching what is there. */
    static List<ReportFile> check(List<String> options) {
        List<ReportFile> files = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (String option : options) {
            ReportFile report = check(option);
            if (report.replaced && !seen.add(report.file)) {
                throw usage("--report: '" + report.file + "' is named twice");
            }
            files.add(report);
        }
        return files;
    }

    private static ReportFile check(String option) {
        int equals = option.indexOf('=');
        String label = equals < 0 ? option : option.substring(0, equals);
        String formats =
                Arrays.stream(ReportFormat.values()).map(ReportFormat::label).collect(Collectors.joining(", "));
        ReportFormat format = ReportFormat.named(label)
                .orElseThrow(() -> usage(
                        "--report: there is no format '" + label + "', expected FORMAT=FILE with one of " + formats));
        if (equals < 0 || equals == option.length() - 1) {
            throw usage("--report: '" + option + "' names no file, expected e.g. " + label + "=report." + label);
        }
        Path named = checked(() -> Path.of(option.substring(equals + 1))).toAbsolutePath();
        try {
            return check(format, named);
        } catch (IOException e) {
            throw usage("--report: '" + named + "' cannot be written (" + IoReason.of(e) + ")", e);
        }
    }

    private static ReportFile check(ReportFormat format, Path named) throws IOException {
        if (Files.isDirectory(named)) {
            throw usage("--report: '" + named + "' is a directory, expected a file");
        }
        boolean there = Files.exists(named);
        if (there && !Files.isWritable(named)) {
            throw usage("--report: '" + named + "' cannot be written (permission denied)");
        }
        if (there && !Files.isRegularFile(named)) {
            return new ReportFile(format, named, false); // A pipe or a device: there is nothing to replace.
        }
        Path file = there ? named.toRealPath() : named;
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw usage("--report: the directory of '" + named + "' does not exist");
        }
        boolean replaceable = canCreateBeside(file);
        if (!replaceable && !there) {
            throw usage("--report: '" + named + "' cannot be written (nothing can be created in its directory)");
        }
        return new ReportFile(format, file, replaceable);
    }

    private static boolean canCreateBeside(Path file) {
        Path probe = beside(file);
        try {
            Files.createFile(probe);
            Files.delete(probe);
            return true;
        } catch (FileAlreadyExistsException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A name that no other process uses at the same time. */
    private static Path beside(Path file) {
        return file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    void write(Report report) {
        try {
            if (replaced) {
                replace(report);
            } else {
                writeTo(file, report);
            }
        } catch (IOException e) {
            throw couldNotRun(
                    "--report: '" + file + "' could not be written after the run (" + IoReason.of(e) + ")", e);
        }
    }

    private void replace(Report report) throws IOException {
        Path part = beside(file);
        try {
            writeTo(part, report);
            move(part);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void move(Path part) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void writeTo(Path to, Report report) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(
                to, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE))) {
            format.write(report, out);
        }
    }
}
