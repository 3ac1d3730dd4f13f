package io.statuspulse.conformance.receiver;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of heads, of trailers and between chunks. */
final class WireReader {

    private static final int MOST_HEAD_BYTES = 256 * 1024;
    private static final int MOST_LINE_BYTES = 64;

    private final InputStream in;
    private final Leniency leniency;

    WireReader(InputStream in, Leniency leniency) {
        this.in = in;
        this.leniency = leniency;
    }

    InputStream stream() {
        return in;
    }

    WireHead head() throws IOException {
        List<String> lines = lines();
        if (lines.isEmpty()) {
            throw new Malformed("request line is missing");
        }
        WireHead head = WireHead.of(lines.get(0), fields(lines.subList(1, lines.size())));
        leniency.check(head);
        return head;
    }

    Headers trailers() throws IOException {
        return new Headers(fields(lines()));
    }

    /** The line before a chunk, or the empty one after it. */
    String shortLine() throws IOException {
        return line(MOST_LINE_BYTES);
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        int left = MOST_HEAD_BYTES;
        for (String line = line(left); !line.isEmpty(); line = line(left)) {
            lines.add(line);
            left -= line.length();
        }
        return lines;
    }

    private List<Headers.Line> fields(List<String> lines) throws Malformed {
        List<String> whole = new ArrayList<>();
        for (String line : lines) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (folded && !whole.isEmpty()) {
                whole.add(leniency.unfolded(whole.remove(whole.size() - 1), line));
            } else {
                whole.add(line);
            }
        }
        List<Headers.Line> fields = new ArrayList<>();
        for (String line : whole) {
            fields.add(leniency.line(line));
        }
        return fields;
    }

    /** One character a byte, without its CRLF. */
    private String line(int most) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("request ended early");
            }
            if (line.length() > most) {
                throw new Malformed(431, "head too large");
            }
            line.append((char) b);
        }
        int end = line.length() - 1;
        if (end < 0 || line.charAt(end) != '\r') {
            throw new Malformed("line that does not end in CR LF");
        }
        return line.substring(0, end);
    }
}
