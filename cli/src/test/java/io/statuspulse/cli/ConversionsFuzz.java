package io.statuspulse.cli;

import io.statuspulse.fuzz.Claim;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A value of whatever type is read or refused, and so is a header; the refusal says which. */
public final class ConversionsFuzz {
    private ConversionsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        for (String name : List.of("--duration", "--instant", "--path", "--integer", "--number")) {
            CommandLine command = new CommandLine(new Everything());
            Conversions.register(command);
            try {
                command.parseArgs(name + "=" + text);
            } catch (ParameterException e) {
                Claim.that(String.valueOf(e.getMessage()).contains(name), e::getMessage);
            }
        }
        try {
            Claim.that(
                    ExtraHeader.parse(text).value().chars().noneMatch(c -> c == '\r' || c == '\n' || c > 0xff),
                    () -> text);
        } catch (CliException e) {
            Claim.oneLine(String.valueOf(e.getMessage()));
        }
    }

    @Command
    @SuppressWarnings("UnusedVariable") // picocli sets them.
    private static final class Everything implements Runnable {
        @Option(names = "--duration")
        private Duration duration = Duration.ZERO;

        @Option(names = "--instant")
        private Instant instant = Instant.EPOCH;

        @Option(names = "--path")
        private Path path = Path.of("x");

        @Option(names = "--integer")
        private Integer integer = 0;

        @Option(names = "--number")
        private Long number = 0L;

        @Override
        public void run() {
            // Only parsed.
        }
    }
}
