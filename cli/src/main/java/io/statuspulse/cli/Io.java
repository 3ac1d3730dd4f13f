package io.statuspulse.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What the command talks to.
 *
 * @param out for results
 * @param err for errors and progress
 * @param in for bodies that are piped in
 * @param env the environment's variables
 * @param terminals which of the two outputs are terminals
 * @param ticker tells the time that progress goes by, as {@link System#nanoTime}
 */
record Io(
        PrintWriter out,
        PrintWriter err,
        InputStream in,
        Map<String, String> env,
        Terminals terminals,
        LongSupplier ticker) {

    /** One where time passes as it does. */
    Io(PrintWriter out, PrintWriter err, InputStream in, Map<String, String> env, Terminals terminals) {
        this(out, err, in, env, terminals, System::nanoTime);
    }

    /**
     * Which outputs are terminals: the launcher knows, Java does not.
     *
     * @param out whether results go to one
     * @param err whether errors do
     */
    record Terminals(boolean out, boolean err) {
        static final Terminals NONE = new Terminals(false, false);
    }

    /** Returns whether results may be coloured (no-color.org). */
    boolean color() {
        return terminals.out()
                && isInteractive()
                && env.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Returns whether what goes to the error output may be coloured. */
    boolean errorColor() {
        return terminals.err()
                && isInteractive()
                && env.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Returns whether a line that rewrites itself can be shown: it takes what colours take, and nobody watches CI. */
    boolean live() {
        return errorColor() && env.getOrDefault("CI", "").isEmpty();
    }

    private boolean isInteractive() {
        String term = env.getOrDefault("TERM", "");
        return !term.isEmpty() && !term.equals("dumb");
    }
}
