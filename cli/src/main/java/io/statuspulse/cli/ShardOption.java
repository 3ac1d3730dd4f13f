package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Split;
import io.statuspulse.conformance.verdict.Shard;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which part of the selection is run here. */
final class ShardOption {
    /** Shards of one run need one seed, and whoever gives none cannot tell them which. */
    static final long SEED = 1;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            order = 23,
            description = "Only this part of N; report --merge joins them.")
    private Optional<String> text = Optional.empty();

    /** Returns the part that is meant; empty where all is. */
    Optional<Split> split() {
        try {
            return text.map(Split::parse);
        } catch (IllegalArgumentException e) {
            throw usage("--shard: " + e.getMessage(), e);
        }
    }

    /** Returns what of the selection is run: not nothing, which would be green and prove nothing. */
    List<Scenario> of(List<Scenario> selected) {
        return split().map(split -> {
                    if (split.isEmpty(selected)) {
                        throw usage("--shard: " + text.orElse("") + " is empty, because no more than " + selected.size()
                                + (selected.size() == 1 ? " scenario is" : " scenarios are")
                                + " selected; expected 1 to "
                                + selected.size() + " shards");
                    }
                    return split.from(selected);
                })
                .orElse(selected);
    }

    /** Returns what the report says of it. */
    Optional<Shard> shard(List<Scenario> selected, RunSettings settings) {
        return split().map(split -> split.of(selected, settings.rules()));
    }
}
