package io.statuspulse.conformance.matrix;

import io.statuspulse.conformance.receiver.Defect;
import io.statuspulse.conformance.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The matrix as a page of the documentation. */
final class KillMatrixPage {
    static final Path FILE = Path.of("..", "docs", "kill-matrix.md");

    private static final int MOST_DEFECTS = 4;

    private KillMatrixPage() {}

    static List<String> of(KillMatrix matrix, List<Defect> defects, List<Scenario> suite) {
        List<String> page = new ArrayList<>(List.of(
                "# Kill matrix",
                "",
                "The suite is tested by receivers that are wrong on purpose, each in one way. This page says which"
                        + " scenarios fail or warn on each of them; the build recomputes it and fails where it differs.",
                "A correct receiver passes every scenario; every defect fails at least one, and every scenario fails on"
                        + " at least one defect.",
                "",
                "Written by `mvn -pl conformance -am test -Dtest=KillMatrixTest -Dgolden.update=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false`; not edited by hand.",
                "To try one: `statuspulse receiver --port 8080 --secret S --defect NAME`.",
                "",
                "## " + defects.size() + " defects",
                "",
                "| defect | what is wrong | seen in | fails |",
                "| --- | --- | --- | --- |"));
        for (Defect defect : defects) {
            page.add("| `" + defect.name() + "` | " + cell(defect.summary()) + " | " + cell(defect.source()) + " | "
                    + scenarios(matrix.killersOf(defect.name()), suite) + " |");
        }
        KillMatrix tls = KillMatrix.of(Golden.resource("tls-kill-matrix.tsv").lines());
        page.addAll(List.of(
                "",
                "## " + TlsFronts.wrong().size() + " ways of doing TLS wrong",
                "",
                "They stand in front of a correct receiver. TlsKillMatrixTest computes them; right ways pass, and"
                        + " `--insecure` changes none of these verdicts.",
                "",
                "| front | what is wrong | fails |",
                "| --- | --- | --- |"));
        for (TlsFronts.Front front : TlsFronts.wrong()) {
            page.add("| `" + front.name() + "` | " + cell(front.summary()) + " | "
                    + scenarios(tls.killersOf(front.name()), suite) + " |");
        }
        page.addAll(List.of(
                "",
                "## " + suite.size() + " scenarios",
                "",
                "Of the defects that a scenario fails on, the most specific come first.",
                "",
                "| scenario | fails on |",
                "| --- | --- |"));
        for (Scenario scenario : suite) {
            page.add("| `" + scenario.id() + "` | " + defects(caught(scenario, matrix, tls)) + " |");
        }
        return page;
    }

    private static List<String> caught(Scenario scenario, KillMatrix matrix, KillMatrix tls) {
        List<String> by = matrix.caughtBy(scenario.id());
        return by.isEmpty() ? tls.caughtBy(scenario.id()) : by;
    }

    /** Names an area with a star where all of it fails. */
    private static String scenarios(List<String> ids, List<Scenario> suite) {
        Set<String> words = new LinkedHashSet<>();
        for (Scenario scenario : suite) {
            if (ids.contains(scenario.id())) {
                words.add(isWhole(scenario.area(), ids, suite) ? scenario.area() + "/*" : scenario.id());
            }
        }
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private static boolean isWhole(String area, List<String> ids, List<Scenario> suite) {
        return suite.stream().filter(s -> s.area().equals(area)).allMatch(s -> ids.contains(s.id()));
    }

    private static String defects(List<String> names) {
        String some =
                names.stream().limit(MOST_DEFECTS).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return names.size() <= MOST_DEFECTS ? some : some + " and " + (names.size() - MOST_DEFECTS) + " more";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
