package io.statuspulse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.statuspulse.cli.Io.Terminals;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one command line came to. */
record Outcome(int exitCode, String out, String err) {

    static Outcome of(String... args) {
        return new Invocation().run(args);
    }

    /** No time passes, so that what is told of progress, none, does not depend on how busy the machine is. */
    private static long standing() {
        return 0;
    }

    /** Everything but the command line. */
    static final class Invocation {
        private final Map<String, String> env = new LinkedHashMap<>();
        private String input = "";
        private Terminals terminals = Terminals.NONE;

        Invocation env(String name, String value) {
            env.put(name, value);
            return this;
        }

        Invocation input(String text) {
            input = text;
            return this;
        }

        Invocation terminals(boolean out, boolean err) {
            terminals = new Terminals(out, err);
            return this;
        }

        Outcome run(String... args) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            Io io = new Io(
                    new PrintWriter(out),
                    new PrintWriter(err),
                    new ByteArrayInputStream(input.getBytes(UTF_8)),
                    env,
                    terminals,
                    Outcome::standing);
            int exitCode = Cli.run(io, args);
            return new Outcome(exitCode, out.toString(), err.toString());
        }
    }
}
