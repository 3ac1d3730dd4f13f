package io.statuspulse.cli;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands, in the order in which the help lists them. */
enum Commands {
    TEST("Run the conformance suite against a receiver."),
    DEMO("Show the suite at work on a correct receiver and on a wrong one."),
    DIAGNOSE("Find out what a receiver accepts, if not what is signed correctly."),
    LIST("List the scenarios of the suite."),
    EXPLAIN("Explain one scenario: what is sent, why it matters, how to mend."),
    RECEIVER("Run a receiver to try things on, correct or with one defect."),
    SEND("Send deliveries: valid ones, or with edits that make them wrong."),
    SIGN("Sign one body and print its two headers."),
    VERIFY("Verify one body and its two headers, and say what is wrong."),
    VALIDATE("Validate a body against the schema, and say what breaks it."),
    REPORT("Join the shards of a run, or show several runs side by side."),
    DIFF("Compare two reports: what fails newly, still, or no more."),
    VECTORS("Print the vectors for library authors: edge cases as data."),
    VERIFIER("Give the vectors to a verifier in any language, and judge it."),
    COMPLETION("Print what makes bash or zsh complete these commands."),
    WARM_UP("For the launcher: use the classes that are used most.");

    private final String description;

    Commands(String description) {
        this.description = description;
    }

    /** The name as it is typed. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the command's options only where it may be run: reading all of them takes longer than most commands. */
    CommandLine read(Io io, boolean mayRun) {
        CommandLine command = mayRun ? new CommandLine(make(io)) : new CommandLine(CommandSpec.create());
        command.getCommandSpec().usageMessage().description(description).hidden(this == WARM_UP);
        return command;
    }

    /** Returns all that users are told of, with their options. */
    static Map<Commands, CommandLine> all(Io io) {
        Map<Commands, CommandLine> all = new EnumMap<>(Commands.class);
        for (Commands each : values()) {
            CommandLine command = each.read(io, /* mayRun= */ true);
            if (!command.getCommandSpec().usageMessage().hidden()) {
                all.put(each, command);
            }
        }
        return all;
    }

    private KitCommand make(Io io) {
        return switch (this) {
            case TEST -> new TestCommand(io);
            case DEMO -> new DemoCommand(io);
            case DIAGNOSE -> new DiagnoseCommand(io);
            case LIST -> new ListCommand(io);
            case EXPLAIN -> new ExplainCommand(io);
            case RECEIVER -> new ReceiverCommand(io);
            case SEND -> new SendCommand(io);
            case SIGN -> new SignCommand(io);
            case VERIFY -> new VerifyCommand(io);
            case VALIDATE -> new ValidateCommand(io);
            case REPORT -> new ReportCommand(io);
            case DIFF -> new DiffCommand(io);
            case VECTORS -> new VectorsCommand(io);
            case VERIFIER -> new VerifierCommand(io);
            case COMPLETION -> new CompletionCommand(io);
            case WARM_UP -> new WarmUpCommand(io);
        };
    }
}
