package io.statuspulse.cli;

import io.statuspulse.cli.Io.Terminals;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The command's entry into the JVM. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String... args) {
        // The HTTP server of the built-in receiver logs its start; slf4j's provider in this jar drops everything.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        Terminals terminals = new Terminals(isTerminal("stdout"), isTerminal("stderr"));
        int exitCode = Cli.run(new Io(out, err, System.in, System.getenv(), terminals), args);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /** The launcher sets these, because Java cannot tell which of the outputs is a terminal. */
    private static boolean isTerminal(String stream) {
        return "terminal".equals(System.getProperty("statuspulse." + stream));
    }

    private static PrintWriter writer(FileDescriptor to) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8), false);
    }
}
