package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.conformance.report.CatalogueJson;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
            "",
            "Without a selection, all are listed."
        })
final class ListCommand extends KitCommand {
    private static final String GAP = "  ";

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Option(names = "--format", paramLabel = "FORMAT", order = 30, description = "text or json. Default: text.")
    private String format = "text";

    ListCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        List<Scenario> scenarios = SelectionOptions.scenarios(selection.selectionOrAll(), Suite.scenarios());
        switch (format) {
            case "text" -> printTable(scenarios);
            case "json" -> printJson(scenarios);
            default -> throw usage("--format: there is no '" + format + "', expected text or json");
        }
        return ExitCode.OK.number();
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

    private void printJson(List<Scenario> scenarios) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            CatalogueJson.write(scenarios, json);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
        io.out().println(json.toString(StandardCharsets.UTF_8).stripTrailing());
    }
}
