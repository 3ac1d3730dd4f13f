package io.statuspulse.conformance.report;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Requirements, reasons and hints: what was said already is not said again, and hints are numbered. */
final class Hints {
    private final Page page;
    private final List<String> said = new ArrayList<>();
    private final List<Mend> mends = new ArrayList<>();

    Hints(Page page) {
        this.page = page;
    }

    void requirements(List<Scenario> scenarios) {
        scenarios.stream()
                .map(Scenario::requirement)
                .distinct()
                .map(requirement -> requirement.id() + ": " + requirement.words())
                .filter(this::isNew)
                .forEach(words -> page.entry(2, "requirement", words));
    }

    void why(int indent, Scenario scenario) {
        if (!scenario.why().isBlank() && isNew(scenario.why())) {
            page.entry(indent, "why", scenario.why());
        }
    }

    void mend(Mend mend) {
        List<String> words = Words.hints(mend);
        if (words.isEmpty()) {
            return;
        }
        if (mends.contains(mend)) {
            page.entry(2, "mend", "as in [" + (mends.indexOf(mend) + 1) + "] above");
            return;
        }
        mends.add(mend);
        String label = "mend [" + mends.size() + "]";
        for (String hint : words) {
            page.entry(2, label, hint);
            label = "";
        }
    }

    private boolean isNew(String words) {
        return !said.contains(words) && said.add(words);
    }
}
