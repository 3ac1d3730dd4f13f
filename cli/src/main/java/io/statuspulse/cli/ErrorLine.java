package io.statuspulse.cli;

import io.statuspulse.simulator.delivery.Printable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong; the stack trace follows only where it was asked for. */
final class ErrorLine implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** A secret that stands where none belongs, such as a misspelt option's value. */
    private static final String SECRET = "whsec_[A-Za-z0-9_+/=-]+";

    private final PrintWriter err;
    private final boolean verbose;

    ErrorLine(PrintWriter err, boolean verbose) {
        this.err = err;
        this.verbose = verbose;
    }

    /** A command line that cannot be understood. */
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        print(words(e) + " (see " + command + " --help)", e);
        return ExitCode.USAGE.number();
    }

    /** What a command threw. */
    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof CliException expected) {
            print(String.valueOf(expected.getMessage()), e);
            return expected.exitCode().number();
        }
        print("unexpected " + e.getClass().getSimpleName() + ": " + e.getMessage() + " (--verbose shows where)", e);
        return ExitCode.COULD_NOT_RUN.number();
    }

    /** What is larger than this JVM can take. */
    int tooLarge(VirtualMachineError e) {
        boolean memory = e instanceof OutOfMemoryError;
        print(
                memory
                        ? "this takes more memory than Java may use; JAVA_TOOL_OPTIONS=-Xmx2g lets it use more"
                        : "this is nested more deeply than can be read",
                e);
        return ExitCode.COULD_NOT_RUN.number();
    }

    private void print(String message, Throwable e) {
        err.println("statuspulse: " + harmless(Printable.decoded(message)));
        if (verbose) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            err.print(harmless(trace.toString()));
        }
    }

    static String harmless(String text) {
        return text.replaceAll(SECRET, "whsec_[hidden]");
    }

    private static String words(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (e instanceof MissingParameterException missing && onlyPositional(missing.getMissing())) {
            return missing.getMissing().stream().map(ArgSpec::paramLabel).collect(Collectors.joining(", "))
                    + " is missing";
        }
        String message = String.valueOf(e.getMessage());
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private static boolean onlyPositional(List<ArgSpec> missing) {
        return missing.stream().allMatch(ArgSpec::isPositional);
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String argument = e.getUnmatched().get(0);
        int equals = argument.indexOf('=');
        boolean atRoot = e.getCommandLine().getParent() == null;
        String what = argument.startsWith("-") ? "option" : atRoot ? "command" : "argument";
        String named = what.equals("option") && equals > 0 ? argument.substring(0, equals) : argument;
        List<String> nearest = what.equals("argument") ? List.of() : Nearest.likely(named, names(e, what));
        return "unknown " + what + " '" + named + "'"
                + (nearest.isEmpty() ? "" : "; nearest: " + String.join(", ", nearest));
    }

    private static Stream<String> names(UnmatchedArgumentException e, String what) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        return what.equals("option")
                ? spec.optionsMap().keySet().stream()
                : spec.subcommands().entrySet().stream()
                        .filter(command -> !command.getValue()
                                .getCommandSpec()
                                .usageMessage()
                                .hidden())
                        .map(Map.Entry::getKey);
    }
}
