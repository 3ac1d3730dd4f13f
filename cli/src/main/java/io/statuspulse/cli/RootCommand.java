package io.statuspulse.cli;

import picocli.CommandLine.Command;

/** What {@code statuspulse} without a command shows. */
@Command(
        name = "statuspulse",
        description = "Tests receivers of StatusPulse webhooks, and sends them deliveries to try.",
        synopsisHeading = "Usage: ",
        customSynopsis = "statuspulse COMMAND [OPTION...]",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions of every command:%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every selected MUST passed, or the command did what it was asked for",
            "1:something failed",
            "2:wrong usage or configuration; nothing was sent",
            "3:could not run: nobody is there, or nothing could be judged"
        },
        footerHeading = "%nStart here:%n",
        footer = {
            "  statuspulse demo",
            "  statuspulse test http://127.0.0.1:8080/webhook/statuspulse --secret-file FILE",
            "",
            "The secret may also be in the environment variable STATUSPULSE_SECRET."
        })
final class RootCommand extends CommonOptions {}
