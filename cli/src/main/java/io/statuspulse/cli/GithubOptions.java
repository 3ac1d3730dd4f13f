package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.usage;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What GitHub Actions is told of a run, beside the log. */
final class GithubOptions {
    private static final Pattern RELATIVE =
            Pattern.compile("(?!/)(?![A-Za-z]:)(?!\\.\\.?(/|$))[^\\p{Cntrl}\\\\]+(?<!/)");

    /** The word for none of the parts. */
    static final String NONE = "none";

    /** What GitHub shows. */
    enum Part {
        /** Beside the log, and in a pull request. */
        ANNOTATIONS,
        /** On the page of the workflow's run. */
        SUMMARY;

        /** The name as the command line writes it. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--github",
            paramLabel = "PART,...",
            hideParamSyntax = true,
            split = ",",
            order = 31,
            description = "What GitHub shows: summary, annotations or none.")
    private List<String> parts = List.of("annotations");

    @Option(
            names = "--source",
            paramLabel = "PATH",
            order = 31,
            description = "The receiver's file in its repository, for alerts.")
    private Optional<String> source = Optional.empty();

    /** Checks what is asked for. */
    GithubOutput in(Map<String, String> env) {
        return GithubOutput.check(env, asked(), source());
    }

    private Set<Part> asked() {
        Set<Part> asked = EnumSet.noneOf(Part.class);
        for (String part : parts) {
            String word = part.strip().toLowerCase(Locale.ROOT);
            Optional<Part> known = Arrays.stream(Part.values())
                    .filter(one -> one.label().equals(word))
                    .findFirst();
            if (known.isEmpty() && !word.equals(NONE)) {
                throw usage("--github: there is no '" + part + "', expected annotations, summary or none");
            }
            known.ifPresent(asked::add);
        }
        return asked;
    }

    /** The receiver's source file, relative to its repository. */
    Optional<String> source() {
        source.filter(path -> !RELATIVE.matcher(path).matches()).ifPresent(path -> {
            throw usage("--source: '" + path + "' is no path inside a repository, expected e.g. src/webhook.js");
        });
        return source;
    }
}
