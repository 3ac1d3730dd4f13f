package io.statuspulse.cli;

import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedReports;
import io.statuspulse.conformance.recorded.UnreadableReportException;
import java.nio.file.Path;

/** A report.json that the user names. */
final class ReportInput {
    /** A full run of the suite is some two megabytes. */
    private static final int MOST_BYTES = 64 << 20;

    private ReportInput() {}

    /**
     * Reads it.
     *
     * @param what the option or argument that names the file, for messages
     */
    static RecordedReport read(String what, Path file) {
        try {
            return RecordedReports.read(file.toString(), Input.bytes(what, file, MOST_BYTES));
        } catch (UnreadableReportException e) {
            throw CliException.usage(what + ": " + e.getMessage(), e);
        }
    }
}
