package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.SideBySide;
import java.io.IOException;
import java.io.OutputStream;

/** Writes several reports beside each other as one HTML page for people. */
public final class HtmlMatrix {
    private HtmlMatrix() {}

    /**
     * Writes a page in UTF-8 that holds all it needs and loads nothing, and leaves {@code out} open: a column for each run,
     * a row for each scenario. It is made to be read with two to ten runs. Nothing in the reports can act in it.
     *
     * @throws IOException if {@code out} does not take it
     */
    public static void write(SideBySide runs, OutputStream out) throws IOException {
        Pages.write("grid.jte", GridView.of(runs), out);
    }
}
