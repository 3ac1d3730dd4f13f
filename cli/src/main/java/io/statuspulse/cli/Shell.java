package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.usage;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A shell that can complete command lines. */
enum Shell {
    BASH,
    ZSH;

    /** The name as it is typed. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Shell named(String label) {
        return Arrays.stream(values())
                .filter(shell -> shell.label().equals(label))
                .findFirst()
                .orElseThrow(() -> usage("SHELL: there is no '" + label + "', expected "
                        + Arrays.stream(values()).map(Shell::label).collect(Collectors.joining(" or "))));
    }
}
