package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.couldNotRun;

import io.statuspulse.conformance.report.CatalogueJson;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.SuiteVersion;
import io.statuspulse.conformance.suite.Catalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists scenarios. */
@Command(
        synopsisHeading = "Usage: ",
        customSynopsis = "statuspulse list [OPTION...]",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:listed", "2:a pattern or name that matches nothing", "3:nothing is selected"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  statuspulse list --profile quick",
            "  statuspulse list --select 'timestamp/*' --format json",
            "  statuspulse list --scenarios team.jar --select 'team/*'",
            "",
            "Without a selection, all are listed."
        })
final class ListCommand extends KitCommand {
    private static final String GAP = "  ";

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final ScenarioOptions own = new ScenarioOptions();

    @Option(
            names = "--since",
            paramLabel = "VERSION",
            order = 26,
            description = "Only what this version of the suite added, or later ones.")
    private Optional<String> since = Optional.empty();

    @Option(
            names = {"--format", "--output"},
            paramLabel = "FORMAT",
            order = 30,
            description = "text or json. Default: text.")
    private String format = "text";

    ListCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        OutputFormat printed = OutputFormat.named("--format", format);
        Catalogue catalogue = own.catalogue();
        List<Scenario> scenarios = selected(catalogue);
        switch (printed) {
            case TEXT -> printTable(scenarios);
            case JSON -> printJson(catalogue, scenarios);
        }
        return ExitCode.OK.number();
    }

    private List<Scenario> selected(Catalogue catalogue) {
        List<Scenario> selected = SelectionOptions.scenarios(selection.selectionOrAll(), catalogue.scenarios());
        if (since.isEmpty()) {
            return selected;
        }
        SuiteVersion first = SuiteOption.named("--since", since.get());
        List<Scenario> newer = new ArrayList<>(selected);
        newer.retainAll(catalogue.addedSince(first));
        if (newer.isEmpty()) {
            throw couldNotRun("nothing is selected: no scenario that fits is new in suite " + first + " or later");
        }
        return newer;
    }

    private void printTable(List<Scenario> scenarios) {
        int id = width(scenarios.stream().map(Scenario::id));
        int expect = width(scenarios.stream().map(s -> s.expect().label()));
        int level = width(scenarios.stream().map(s -> s.level().name()));
        for (Scenario s : scenarios) {
            io.out()
                    .println(padded(s.id(), id)
                            + padded(s.level().name(), level)
                            + padded(s.expect().label(), expect)
                            + s.title());
        }
    }

    private static int width(Stream<String> cells) {
        return cells.mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length()) + GAP;
    }

    private void printJson(Catalogue catalogue, List<Scenario> scenarios) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            CatalogueJson.write(catalogue, scenarios, json);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
        io.out().println(json.toString(StandardCharsets.UTF_8).stripTrailing());
    }
}
