package io.statuspulse.conformance.report;

import io.statuspulse.conformance.report.Style.Tone;
import io.statuspulse.simulator.delivery.Printable;
import java.util.List;

/**
 * Text for a terminal of 80 columns. Whatever is put on it is made printable first, so that nothing in it acts on the
 * terminal but the page's own colours.
 */
final class Page {
    static final int WIDTH = 80;
    private static final int LABEL = 13;

    private final StringBuilder text = new StringBuilder();
    private final Style style;

    Page(Style style) {
        this.style = style;
    }

    /** Ends a paragraph: writes an empty line, unless there is one or nothing to end. */
    void blank() {
        if (text.length() > 0 && !text.toString().endsWith("\n\n")) {
            text.append('\n');
        }
    }

    /** Writes a line that begins with a word in a tone. */
    void heading(Tone tone, String word, String rest) {
        int start = text.length();
        paragraph("", 2, (word + " " + rest).strip());
        text.replace(start, start + word.length(), style.apply(tone, word));
    }

    /** Writes a paragraph. */
    void text(int indent, String words) {
        paragraph(" ".repeat(indent), indent, words);
    }

    /** Writes a label, and beside it what belongs to it. */
    void entry(int indent, String label, String words) {
        String name = Printable.decoded(label);
        String padded = " ".repeat(indent) + name + " ".repeat(Math.max(1, LABEL - name.length()));
        paragraph(padded, indent + LABEL, words);
    }

    /** Writes a label, and beside it a command that a shell takes although it is broken into lines. */
    void command(int indent, String label, List<String> tokens) {
        StringBuilder line = new StringBuilder(" ".repeat(indent) + label + " ".repeat(LABEL - label.length()));
        boolean begun = false;
        for (String token : tokens) {
            String shown = Printable.decoded(token);
            if (begun && line.length() + 1 + shown.length() + " \\".length() > WIDTH) {
                text.append(line).append(" \\\n");
                line = new StringBuilder(" ".repeat(indent + LABEL + 2));
                begun = false;
            }
            line.append(begun ? " " : "").append(shown);
            begun = true;
        }
        text.append(line).append('\n');
    }

    /**
     * Writes a name at the left, and cells at the right edge; below it where both do not fit on a line.
     *
     * @param width how many columns the name takes; what colours it takes none
     * @param cells printable ones; what colours them takes no column
     */
    void columns(String name, int width, String cells) {
        int taken = cells.replaceAll("\u001b\\[[0-9;]*m", "").length();
        boolean fits = width + taken <= WIDTH;
        String line = fits ? name + " ".repeat(WIDTH - width - taken) : name + "\n" + " ".repeat(WIDTH - taken);
        text.append((line + cells).stripTrailing()).append('\n');
    }

    private void paragraph(String first, int hanging, String words) {
        text.append(Wrapping.wrap(first, hanging, WIDTH, Printable.decoded(words)));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
