package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.checked;

import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The secrets of a rotation. */
final class OtherSecretOptions {
    @Option(
            names = "--previous-secret",
            paramLabel = "OLD",
            order = 3,
            description = "The one before it, while both are accepted.")
    private Optional<String> previous = Optional.empty();

    @Option(
            names = "--retired-secret",
            paramLabel = "OLD",
            order = 4,
            description = "One that is over and must be rejected.")
    private List<String> retired = List.of();

    Secrets with(Secret current) {
        return checked(() -> new Secrets(
                current,
                previous().map(Secret::of),
                retired().stream().map(Secret::of).toList()));
    }

    Optional<String> previous() {
        return previous.map(text -> SecretOptions.usable("--previous-secret", text));
    }

    List<String> retired() {
        return retired.stream()
                .map(text -> SecretOptions.usable("--retired-secret", text))
                .toList();
    }
}
