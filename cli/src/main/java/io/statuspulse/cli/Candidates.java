package io.statuspulse.cli;

import io.statuspulse.conformance.receiver.Defect;
import io.statuspulse.conformance.receiver.Defects;
import io.statuspulse.conformance.report.ReportFormat;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.simulator.delivery.EditParser;
import io.statuspulse.simulator.event.EventType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The values that options and arguments can have, where they can be listed. One that ends in {@code =} is a beginning. */
final class Candidates {
    private Candidates() {}

    /** Returns the values of options, by the option's name. */
    static Map<String, List<String>> ofOptions() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("--select", patterns());
        all.put("--exclude", patterns());
        all.put("--profile", labels(Profile.values(), Profile::label));
        all.put("--output", labels(OutputFormat.values(), OutputFormat::label));
        all.put("--format", labels(OutputFormat.values(), OutputFormat::label));
        all.put("--report", labels(ReportFormat.values(), format -> format.label() + "="));
        all.put(
                "--github",
                Stream.concat(
                                Stream.of(GithubOptions.Part.values()).map(GithubOptions.Part::label),
                                Stream.of(GithubOptions.NONE))
                        .toList());
        all.put("--event", labels(EventType.values(), EventType::text));
        all.put("--edit", EditParser.usages().stream().map(Candidates::edit).toList());
        all.put("--schema", labels(SchemaName.values(), SchemaName::id));
        all.put("--defect", Defects.all().stream().map(Defect::name).toList());
        return all;
    }

    /** Returns the values of the first argument, by the command. */
    static Map<Commands, List<String>> ofArguments() {
        return Map.of(Commands.EXPLAIN, ids().toList(), Commands.COMPLETION, labels(Shell.values(), Shell::label));
    }

    private static Stream<String> ids() {
        return Suite.scenarios().stream().map(Scenario::id);
    }

    /** What has a star or needs quotes is left out: a shell would act on it. */
    private static List<String> patterns() {
        return Stream.of(
                        Suite.scenarios().stream().map(Scenario::area).distinct(),
                        Stream.of(Level.values()).map(level -> level.name().toLowerCase(Locale.ROOT)),
                        Stream.of(Tag.values()).map(Tag::label),
                        ids())
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    private static String edit(String usage) {
        return usage.replaceFirst("^([a-z0-9-]+=?).*", "$1");
    }

    private static <T> List<String> labels(T[] values, Function<T, String> label) {
        return Arrays.stream(values).map(label).toList();
    }
}
