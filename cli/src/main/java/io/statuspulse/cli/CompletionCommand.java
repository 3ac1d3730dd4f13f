package io.statuspulse.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what makes a shell complete command lines of this command. */
@Command(
        synopsisHeading = "Usage: ",
        customSynopsis = "statuspulse completion SHELL",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:there is no such shell"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  eval \"$(statuspulse completion bash)\"    # in ~/.bashrc",
            "  eval \"$(statuspulse completion zsh)\"     # in ~/.zshrc",
            "",
            "It completes commands, options, files, and what options take: scenarios and",
            "areas, profiles, formats, edits, defects. Print it again after an update."
        })
final class CompletionCommand extends KitCommand {
    @Parameters(paramLabel = "SHELL", arity = "1", description = "bash or zsh.")
    private String shell = "";

    CompletionCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        Shell.named(shell); // One script does for both.
        io.out().print(CompletionScript.of(Commands.all(io)));
        return ExitCode.OK.number();
    }
}
