package io.statuspulse.cli;

import io.statuspulse.conformance.report.Kit;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** What every command understands. */
@SuppressWarnings("UnusedVariable") // picocli acts on help and version; --verbose must work where parsing fails.
@Command(versionProvider = CommonOptions.Version.class)
abstract class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 100,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            order = 101,
            description = "Show the kit's version.")
    private boolean version;

    @Option(names = "--verbose", order = 102, description = "Show stack traces with errors.")
    private boolean verbose;

    /** Whether more is to be told than is usual. */
    final boolean isVerbose() {
        return verbose;
    }

    /** Asked only where the version is shown. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"statuspulse " + Kit.version()};
        }
    }
}
