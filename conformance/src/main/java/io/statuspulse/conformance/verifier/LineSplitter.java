package io.statuspulse.conformance.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Puts together lines from pieces; of a line that is too long only the beginning is kept. Ends are LF, or CR and LF. */
final class LineSplitter {
    /**
     * One line, without its end, read as UTF-8.
     *
     * @param text the whole of it, or the beginning
     * @param whole whether that is all of it
     */
    record Line(String text, boolean whole) {}

    private final int most;
    private final Consumer<Line> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean whole = true;

    /**
     * Splits what it is given.
     *
     * @param most how long a line may be, in bytes
     * @param lines told of each line
     */
    LineSplitter(int most, Consumer<Line> lines) {
        this.most = most;
        this.lines = lines;
    }

    void add(byte[] piece, int length) {
        int from = 0;
        for (int i = 0; i < length; i++) {
            if (piece[i] == '\n') {
                keep(piece, from, i);
                end();
                from = i + 1;
            }
        }
        keep(piece, from, length);
    }

    /** Ends the last line, where something stands on it. */
    void close() {
        if (line.size() > 0) {
            end();
        }
    }

    private void keep(byte[] piece, int from, int to) {
        int room = Math.min(to - from, most - line.size());
        line.write(piece, from, room);
        whole &= room == to - from;
    }

    private void end() {
        String text = line.toString(StandardCharsets.UTF_8);
        lines.accept(new Line(whole && text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, whole));
        line.reset();
        whole = true;
    }
}
