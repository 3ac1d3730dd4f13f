package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.checked;
import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.simulator.signing.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the endpoint's current secret comes from. */
final class SecretOptions {
    private static final String VARIABLE = "STATUSPULSE_SECRET";

    @Option(
            names = "--secret",
            paramLabel = "SECRET",
            order = 1,
            description = "The endpoint's secret; process lists show it.")
    private Optional<String> secret = Optional.empty();

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            order = 2,
            description = "A file with it. Default: $" + VARIABLE + ".")
    private Optional<Path> file = Optional.empty();

    /** Returns the secret, the options before the environment. */
    Secret read(Map<String, String> env) {
        String text = text(env);
        return checked(() -> Secret.of(text));
    }

    /** As {@link #read}, as the text that it was given as. */
    String text(Map<String, String> env) {
        if (secret.isPresent() && file.isPresent()) {
            throw usage("--secret and --secret-file: both are given, expected one");
        }
        if (secret.isPresent()) {
            return usable("--secret", secret.get());
        }
        if (file.isPresent()) {
            return usable("--secret-file: '" + file.get() + "'", Input.secret(file.get()));
        }
        String variable = env.get(VARIABLE);
        if (variable == null) {
            throw usage("no secret: expected --secret-file FILE, --secret SECRET or the variable " + VARIABLE);
        }
        return usable(VARIABLE, variable);
    }

    static String usable(String source, String text) {
        if (text.isBlank()) {
            throw usage(source + " is " + (text.isEmpty() ? "empty" : "blank")
                    + ", expected the secret that the provider shows");
        }
        return text;
    }
}
