package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What explains many results at once.
 *
 * @param number its place among them, from 1
 * @param words what seems to be the case
 * @param evidence what says so
 * @param mend what to do, in groups of languages
 * @param explains its scenarios, as far as they were run
 */
record FindingView(int number, Shown words, Shown evidence, List<List<Hint>> mend, List<Reference> explains) {

    static List<FindingView> of(RecordedReport report) {
        List<FindingView> views = new ArrayList<>();
        for (Finding finding : report.diagnosis()) {
            views.add(new FindingView(
                    views.size() + 1,
                    Shown.words(finding.finding()),
                    Shown.words(finding.evidence()),
                    Hint.of(finding.mend()),
                    finding.explains().stream()
                            .map(report::result)
                            .flatMap(Optional::stream)
                            .map(Reference::to)
                            .toList()));
        }
        return views;
    }

    /** Whether that scenario is one that it explains. */
    boolean names(String id) {
        return explains.stream().anyMatch(one -> one.id().equals(id));
    }
}
