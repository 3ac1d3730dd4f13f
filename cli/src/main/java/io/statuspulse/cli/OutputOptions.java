package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.cli.Telling.Amount;
import picocli.CommandLine.Option;

/** How much of a run is told, and in which form. */
final class OutputOptions {
    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            order = 50,
            description = "What it prints: text or json. Default: text.")
    private String format = "text";

    @Option(names = "--quiet", order = 51, description = "Print only what failed, by its id, and the verdict.")
    private boolean quiet;

    /**
     * Returns how to tell what comes of a run.
     *
     * @param verbose whether all of it was asked for
     * @param draft whether standard output is for a draft of known failures
     */
    Telling telling(Io io, boolean verbose, boolean draft) {
        OutputFormat form = OutputFormat.named("--output", format);
        if (quiet && verbose) {
            throw usage("--quiet and --verbose: both are given, expected at most one of them");
        }
        if (form == OutputFormat.JSON && draft) {
            throw usage("--output json and --print-known-failures: both are given, and each takes all of the output");
        }
        Amount amount = quiet ? Amount.LITTLE : verbose ? Amount.ALL : Amount.USUAL;
        return new Telling(io, form, amount, draft);
    }
}
