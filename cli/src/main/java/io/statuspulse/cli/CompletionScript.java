package io.statuspulse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The script that makes bash and zsh complete command lines. Picocli's own knows nothing of {@code --option=value} in bash,
 * offers no files for options that are {@code Optional}, and takes every word that is called like a command for one.
 */
final class CompletionScript {
    private final Map<Commands, CommandLine> commands;
    private final List<OptionSpec> options;
    private final Map<String, List<String>> values = Candidates.ofOptions();

    private CompletionScript(Map<Commands, CommandLine> commands) {
        this.commands = commands;
        this.options =
                commands.values().stream().flatMap(CompletionScript::options).toList();
    }

    /**
     * Returns it, for these commands.
     *
     * @param commands with their options
     */
    static String of(Map<Commands, CommandLine> commands) {
        return new CompletionScript(commands).fill(template());
    }

    private String fill(String template) {
        Set<String> files = names(options.stream().filter(CompletionScript::isFile));
        return template.replace("#{lists}", lists())
                .replace("#{options}\n", optionsOfCommands())
                .replace(
                        "#{valued}",
                        alternatives(
                                names(options.stream().filter(o -> o.arity().max() > 0))))
                .replace("#{values}\n", valuesOfOptions())
                .replace("#{files}", alternatives(files))
                .replace("#{arguments}\n", arguments());
    }

    private String lists() {
        StringBuilder lists = new StringBuilder(
                list("commands", commands.keySet().stream().map(Commands::label).toList()));
        values.forEach((option, candidates) -> lists.append(list(variable(option), candidates)));
        Candidates.ofArguments().forEach((command, candidates) -> lists.append(list(command.label(), candidates)));
        return lists.toString();
    }

    private static String variable(String option) {
        return "of" + option.replace('-', '_');
    }

    private static String list(String name, Collection<String> words) {
        return "_statuspulse_" + name + "=(\n"
                + words.stream().map(word -> "    '" + word + "'\n").collect(Collectors.joining()) + ")\n";
    }

    private String optionsOfCommands() {
        StringBuilder cases = new StringBuilder();
        commands.forEach((command, line) -> cases.append("        ")
                .append(command.label())
                .append(") _statuspulse_offer '' ")
                .append(String.join(" ", names(options(line))))
                .append(" ;;\n"));
        return cases + "        *) _statuspulse_offer '' --help --version --verbose ;;\n";
    }

    private String valuesOfOptions() {
        return values.keySet().stream()
                .map(option -> "        " + option + ") _statuspulse_offer \"$2\" \"${_statuspulse_" + variable(option)
                        + "[@]}\" ;;\n")
                .collect(Collectors.joining());
    }

    private String arguments() {
        List<String> cases = new ArrayList<>();
        new TreeMap<>(Candidates.ofArguments())
                .keySet()
                .forEach(command -> cases.add("        " + command.label() + ") _statuspulse_offer '' \"${_statuspulse_"
                        + command.label() + "[@]}\" ;;\n"));
        commands.forEach((command, line) -> {
            if (line.getCommandSpec().positionalParameters().stream().anyMatch(CompletionScript::isFile)) {
                cases.add("        " + command.label() + ") _statuspulse_files '' \"$token\" ;;\n");
            }
        });
        return String.join("", cases);
    }

    private static Stream<OptionSpec> options(CommandLine command) {
        return command.getCommandSpec().options().stream().filter(option -> !option.hidden());
    }

    /** Also where it may be left out, or given several times. */
    private static boolean isFile(ArgSpec arg) {
        return Stream.concat(Stream.of(arg.type()), Arrays.stream(arg.auxiliaryTypes()))
                .anyMatch(Path.class::equals);
    }

    private static Set<String> names(Stream<OptionSpec> options) {
        return options.map(OptionSpec::longestName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String alternatives(Set<String> names) {
        return String.join(" | ", names);
    }

    private static String template() {
        try (InputStream template =
                Objects.requireNonNull(CompletionScript.class.getResourceAsStream("completion.sh"), "completion.sh")) {
            return new String(template.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
