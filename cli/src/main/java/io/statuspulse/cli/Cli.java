package io.statuspulse.cli;

import io.statuspulse.cli.Io.Terminals;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Runs the command inside a JVM that goes on afterwards. */
public final class Cli {
    private Cli() {}

    /**
     * Runs one command line without a terminal and with nothing to read.
     *
     * @param out for results, flushed at the end
     * @param err for errors, flushed at the end
     * @param env the environment's variables
     * @param args the command line
     * @return the exit code: 0 well, 1 something failed, 2 wrong usage, 3 could not run
     */
    public static int run(PrintWriter out, PrintWriter err, Map<String, String> env, String... args) {
        return run(new Io(out, err, InputStream.nullInputStream(), env, Terminals.NONE), args);
    }

    static int run(Io io, String... args) {
        List<String> all = List.of(args);
        ErrorLine errors = new ErrorLine(io.err(), all.contains("--verbose"));
        try {
            CommandLine command = command(io, errors, all);
            if (args.length == 0) {
                command.usage(io.err());
                return ExitCode.USAGE.number();
            }
            return command.execute(args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // The JVM would end with 1, which says that a scenario failed.
            return errors.tooLarge(e);
        } finally {
            io.out().flush();
            io.err().flush();
        }
    }

    private static CommandLine command(Io io, ErrorLine errors, List<String> args) {
        CommandLine root = new CommandLine(new RootCommand());
        for (Commands each : Commands.values()) {
            root.addSubcommand(each.label(), each.read(io, args.contains(each.label())));
        }
        Conversions.register(root);
        return root.setOut(io.out())
                .setErr(io.err())
                .setExpandAtFiles(false)
                .setUsageHelpWidth(80)
                .setColorScheme(CommandLine.Help.defaultColorScheme(io.color() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }
}
