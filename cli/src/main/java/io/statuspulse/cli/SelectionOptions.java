package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.checked;
import static io.statuspulse.cli.CliException.couldNotRun;
import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.conformance.suite.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which scenarios are meant. */
final class SelectionOptions {
    @Option(
            names = "--select",
            paramLabel = "PATTERN",
            order = 20,
            description = "Only these: id, glob, area, tag or level.")
    private List<String> select = List.of();

    @Option(names = "--exclude", paramLabel = "PATTERN", order = 21, description = "Not these, in the same form.")
    private List<String> exclude = List.of();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            order = 22,
            description = "quick, default (nothing slow or heavy) or full.")
    private Optional<String> profile = Optional.empty();

    Selection selection() {
        return new Selection(profile.map(SelectionOptions::profile), select, exclude);
    }

    /** Returns the selection, or everything where nothing is said. */
    Selection selectionOrAll() {
        Selection selection = selection();
        return selection.profile().isPresent() ? selection : new Selection(Optional.of(Profile.FULL), select, exclude);
    }

    static List<Scenario> scenarios(Selection selection, List<Scenario> suite) {
        List<Scenario> selected = checked(() -> selection.from(suite));
        if (selected.isEmpty()) {
            throw couldNotRun("nothing is selected: no scenario fits --profile, --select and --exclude together");
        }
        return selected;
    }

    private static Profile profile(String name) {
        return Profile.named(name)
                .orElseThrow(() -> usage("--profile: there is no '" + name + "', expected "
                        + Arrays.stream(Profile.values()).map(Profile::label).collect(Collectors.joining(", "))));
    }
}
