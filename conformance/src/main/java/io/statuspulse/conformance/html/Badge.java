package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedReport;
import java.io.IOException;
import java.io.OutputStream;

/** Writes an image that says how a run ended, to be shown in a README. */
public final class Badge {
    private Badge() {}

    /**
     * Writes an SVG image in UTF-8 that loads nothing, and leaves {@code out} open.
     *
     * @throws IOException if {@code out} does not take it
     */
    public static void write(RecordedReport report, OutputStream out) throws IOException {
        Pages.write("badge.jte", BadgeView.of(report), out);
    }
}
