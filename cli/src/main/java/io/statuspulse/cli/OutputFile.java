package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.checked;
import static io.statuspulse.cli.CliException.couldNotRun;
import static io.statuspulse.cli.CliException.usage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is to be written, which was found to be writable before anything else was done.
 *
 * @param option which option names it, for messages
 * @param file where, with symbolic links followed
 * @param replaced whether it is written beside and then moved there, so that nobody sees half of it
 */
record OutputFile(String option, Path file, boolean replaced) {

    /** What is written. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Checks that it can be written, without touching what is there. */
    static OutputFile check(String option, String name) {
        Path named = checked(() -> Path.of(name)).toAbsolutePath();
        try {
            return check(option, named);
        } catch (IOException e) {
            throw usage(option + ": '" + named + "' cannot be written (" + IoReason.of(e) + ")", e);
        }
    }

    private static OutputFile check(String option, Path named) throws IOException {
        if (Files.isDirectory(named)) {
            throw usage(option + ": '" + named + "' is a directory, expected a file");
        }
        boolean there = Files.exists(named);
        if (there && !Files.isWritable(named)) {
            throw usage(option + ": '" + named + "' cannot be written (permission denied)");
        }
        if (there && !Files.isRegularFile(named)) {
            return new OutputFile(option, named, false); // A pipe or a device: there is nothing to replace.
        }
        Path file = there ? named.toRealPath() : named;
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw usage(option + ": the directory of '" + named + "' does not exist");
        }
        boolean replaceable = canCreateBeside(file);
        if (!replaceable && !there) {
            throw usage(option + ": '" + named + "' cannot be written (nothing can be created in its directory)");
        }
        return new OutputFile(option, file, replaceable);
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

    void write(Content content) {
        try {
            if (replaced) {
                replace(content);
            } else {
                writeTo(file, content);
            }
        } catch (IOException e) {
            throw couldNotRun(
                    option + ": '" + file + "' could not be written although it could before (" + IoReason.of(e) + ")",
                    e);
        }
    }

    private void replace(Content content) throws IOException {
        Path part = beside(file);
        try {
            writeTo(part, content);
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

    private void writeTo(Path to, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(
                to, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE))) {
            content.writeTo(out);
        }
    }
}
