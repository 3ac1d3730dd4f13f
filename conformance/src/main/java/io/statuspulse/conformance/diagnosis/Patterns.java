package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with a receiver, where its failures have a pattern. */
public final class Patterns {
    private Patterns() {}

    /**
     * Names the patterns among results: the most important first; empty where nothing failed or warned. Each result that
     * failed or warned is explained by exactly one finding; what no pattern explains is told plainly, last.
     *
     * @param results of one run, in the order of the suite
     */
    public static List<Finding> among(List<Result> results) {
        Cases run = new Cases(results);
        if (run.open().isEmpty()) {
            return List.of();
        }
        Wording wording = new Wording(Language.of(run.exchanges()));
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : Rules.all()) {
            Optional<List<Condition.Met>> met = rule.in(run);
            List<Case> explained = met.isPresent() ? rule.explainedIn(run) : List.of();
            if (met.isPresent() && !explained.isEmpty()) {
                findings.add(wording.finding(rule, met.get(), explained));
                run.explain(explained);
            }
        }
        for (Rest rest : Rest.of(run.open())) {
            findings.add(wording.finding(rest));
        }
        return List.copyOf(findings);
    }
}
