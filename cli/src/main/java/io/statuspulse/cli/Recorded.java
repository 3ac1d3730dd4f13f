package io.statuspulse.cli;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.report.Recording;
import io.statuspulse.conformance.verdict.Report;
import org.jspecify.annotations.Nullable;

/** What came of a run, and how it is told outside: recorded where something asks for it, and then once for all who do. */
final class Recorded {
    private final Report report;
    private @Nullable RecordedReport recording;

    Recorded(Report report) {
        this.report = report;
    }

    Report report() {
        return report;
    }

    RecordedReport recording() {
        RecordedReport made = recording;
        if (made == null) {
            made = Recording.of(report);
            recording = made;
        }
        return made;
    }
}
