package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.conformance.report.ScenarioText;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Catalogue;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.verifier.Vectors;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains one scenario. */
@Command(
        synopsisHeading = "Usage: ",
        customSynopsis = "statuspulse explain ID [OPTION...]",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:explained", "2:there is no such scenario"},
        footerHeading = "%nExamples:%n",
        footer = "  statuspulse explain signature/missing")
final class ExplainCommand extends KitCommand {
    @Parameters(
            paramLabel = "ID",
            arity = "1",
            description = "The scenario's id; 'statuspulse list' shows all. Or a vector's.")
    private String id = "";

    @Mixin
    private final ScenarioOptions own = new ScenarioOptions();

    ExplainCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        Catalogue catalogue = own.catalogue();
        Scenario scenario = catalogue
                .find(id)
                .or(this::vector)
                .orElseThrow(() -> usage("there is no scenario '" + id + "'; nearest: "
                        + String.join(", ", Selection.nearest(id, catalogue.scenarios()))));
        io.out().print(ScenarioText.render(scenario, io.color()));
        return ExitCode.OK.number();
    }

    /** A vector, whose id has a dot as only few scenarios' have. */
    private Optional<Scenario> vector() {
        return id.contains(".")
                ? Vectors.bundled().scenarios().stream()
                        .filter(vector -> vector.id().equals(id))
                        .findFirst()
                : Optional.empty();
    }
}
