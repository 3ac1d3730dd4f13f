package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.usage;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** For whom standard output is. */
enum OutputFormat {
    /** People. */
    TEXT,
    /** Programs: one JSON document, and nothing else. */
    JSON;

    /** The name as it is typed. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the one of that name.
     *
     * @param option the option that names it, for messages
     */
    static OutputFormat named(String option, String label) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(label))
                .findFirst()
                .orElseThrow(() -> usage(option + ": there is no '" + label + "', expected "
                        + Arrays.stream(values()).map(OutputFormat::label).collect(Collectors.joining(" or "))));
    }
}
