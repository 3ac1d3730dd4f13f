package io.statuspulse.conformance.report;

/** Breaks text into lines at its spaces, and within words that are longer than a line. */
final class Wrapping {
    private final StringBuilder done = new StringBuilder();
    private final int width;
    private final String indent;
    private StringBuilder line;
    private boolean begun;

    private Wrapping(String first, int hanging, int width) {
        this.width = width;
        this.indent = " ".repeat(hanging);
        this.line = new StringBuilder(first);
    }

    /**
     * Returns the lines, each with its end. Spaces within a line are kept, however many, for they can be what a
     * scenario is about.
     *
     * @param first what the first line begins with
     * @param hanging how far the other lines are indented
     */
    static String wrap(String first, int hanging, int width, String words) {
        Wrapping wrapping = new Wrapping(first, hanging, width);
        for (String word : words.split(" ", -1)) {
            wrapping.add(word);
        }
        wrapping.end();
        return wrapping.done.toString();
    }

    private void add(String word) {
        if (begun && Columns.of(line) + 1 + Columns.of(word) > width) {
            end();
        }
        if (begun) {
            line.append(' ');
        }
        String rest = word;
        while (Columns.of(line) + Columns.of(rest) > width) {
            int cut = Columns.fitting(rest, width - Columns.of(line));
            line.append(rest, 0, cut);
            rest = rest.substring(cut);
            end();
        }
        line.append(rest);
        begun = true;
    }

    private void end() {
        done.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(indent);
        begun = false;
    }
}
