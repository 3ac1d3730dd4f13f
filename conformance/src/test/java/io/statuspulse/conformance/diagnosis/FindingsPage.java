package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.matrix.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules as a page of the documentation. */
final class FindingsPage {
    static final Path FILE = Path.of("..", "docs", "findings.md");

    private static final int MOST_DEFECTS = 3;

    private static final String ALWAYS_IN_DOUBT = "Where in the receiver, or before it, that is so.";

    private FindingsPage() {}

    static List<String> of(List<Rule> rules) {
        List<String> defects = Stream.of("findings.tsv", "tls-findings.tsv")
                .flatMap(name -> Golden.resource(name).lines().stream())
                .toList();
        List<String> page = new ArrayList<>(List.of(
                "# Findings",
                "",
                "After a run the kit says what is wrong with the receiver, not only which scenarios failed. Each finding is"
                        + " concluded from what failed in which way, and from what did not fail; this page lists them all, the"
                        + " most important first. What one finding explains is not looked at for those after it.",
                "",
                "What fits none of them is told last, as it was seen, under an id that begins with `unexplained-`.",
                "",
                "A finding is as good as the selection that was run: where little was asked, little rules the"
                        + " alternatives out, and rules that ask for what was not run do not apply.",
                "",
                "Of the [defects that the suite is tested with](kill-matrix.md), some that lead to a finding are named; the"
                        + " build checks that each defect leads to its findings and to no others.",
                "",
                "Written by `mvn -pl conformance -am test -Dtest=FindingsPageTest -Dgolden.update=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false`; not edited by hand.",
                "",
                "## " + rules.size() + " findings",
                "",
                "| id | what it says | concluded from | what it does not prove | defects |",
                "| --- | --- | --- | --- | --- |"));
        for (Rule rule : rules) {
            page.add("| `" + rule.id() + "` | " + cell(rule.sentence()) + " | "
                    + cell(rule.conditions().stream().map(FindingsPage::words).collect(Collectors.joining("; ")))
                    + " | " + cell(rule.doubt().isEmpty() ? ALWAYS_IN_DOUBT : rule.doubt()) + " | "
                    + defects(rule.id(), defects) + " |");
        }
        return page;
    }

    private static String words(Condition condition) {
        String what = condition.symptoms().size() == 1
                ? condition.symptoms().iterator().next().words()
                : "not as it must be";
        String names = condition.globs().stream().map(glob -> '`' + glob + '`').collect(Collectors.joining(", "));
        return switch (condition.how()) {
            case ANY -> (condition.globs().size() > 1 ? "any of " : "") + names + ": " + what;
            case SEVERAL -> "at least three of " + names + ": " + what;
            case EACH -> (condition.globs().size() > 1 ? "each of " : "") + names + ": " + what;
            case HELD -> names + ": as it must be";
            case NONE -> "not " + names + ": " + what;
            case UNCLEAR -> names + ": could not be judged";
            case DATED -> names + ": with a right `Date`";
            case AS_FORGED -> "with the status that forgeries get";
            case NOT_AS_FORGED -> "with another status than forgeries get";
        };
    }

    private static String defects(String id, List<String> lines) {
        List<String> names = lines.stream()
                .map(line -> line.split("\t", -1))
                .filter(line -> Arrays.asList(line[1].split(",", -1)).contains(id))
                .map(line -> line[0])
                .toList();
        String some =
                names.stream().limit(MOST_DEFECTS).map(name -> '`' + name + '`').collect(Collectors.joining(", "));
        return names.size() <= MOST_DEFECTS ? some : some + " and " + (names.size() - MOST_DEFECTS) + " more";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
