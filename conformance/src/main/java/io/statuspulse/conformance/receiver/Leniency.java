package io.statuspulse.conformance.receiver;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a {@link LenientServer} makes of a request, by the letter of RFC 9112; a defect changes one of these. */
class Leniency {

    static final int MOST_HEADERS = 200;

    private static final Pattern LINE = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):([^\\x00\r\n]*)");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHUNK_SIZE = Pattern.compile("0*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\\x00\r\n]*)?");

    /** One exchange; it says whether the connection goes on. */
    @FunctionalInterface
    interface Turn {
        boolean take() throws IOException;
    }

    /** One header line without its end (RFC 9112 section 5). */
    Headers.Line line(String text) throws Malformed {
        Matcher parts = LINE.matcher(text);
        if (!parts.matches()) {
            throw new Malformed("malformed header line");
        }
        return new Headers.Line(parts.group(1), parts.group(2).strip());
    }

    /** A line and the next one, which begins with white space (RFC 9112 section 5.2). */
    String unfolded(String line, String continuation) {
        return line.stripTrailing() + " " + continuation.strip();
    }

    /** Looks a head over that can be read (RFC 9112 section 3.2 for Host). */
    void check(WireHead head) throws Malformed {
        if (head.headers().lines().size() > MOST_HEADERS) {
            throw tooManyHeaders();
        }
        int hosts = head.headers().values("Host").size();
        if (hosts > 1) {
            throw new Malformed("more than one host");
        }
        if (hosts == 0 && head.is11()) {
            throw hostMissing();
        }
    }

    Malformed tooManyHeaders() {
        return new Malformed(400, "more than " + MOST_HEADERS + " headers");
    }

    Malformed hostMissing() {
        return new Malformed("host is missing");
    }

    /** Where the body ends (RFC 9112 section 6.3). */
    Framing framing(Headers headers) throws Malformed {
        List<String> codings = headers.values("Transfer-Encoding");
        List<String> lengths = headers.values("Content-Length");
        if (codings.isEmpty()) {
            return Framing.of(lengths.isEmpty() ? 0 : length(lengths));
        }
        if (codings.size() > 1 || !codings.get(0).toLowerCase(Locale.ROOT).equals("chunked")) {
            throw new Malformed(501, "unknown transfer coding");
        }
        return lengths.isEmpty() ? Framing.CHUNKED : both(lengths);
    }

    /** A body that is chunked and has a length, too: the mark of request smuggling (RFC 9112 section 6.1). */
    Framing both(List<String> lengths) throws Malformed {
        throw new Malformed("length and transfer coding");
    }

    long length(List<String> values) throws Malformed {
        if (values.size() > 1 || !LENGTH.matcher(values.get(0)).matches()) {
            throw new Malformed("malformed length");
        }
        return Long.parseLong(values.get(0));
    }

    /** The size of a chunk by the line before it (RFC 9112 section 7.1). */
    long chunkSize(String line) throws Malformed {
        Matcher size = CHUNK_SIZE.matcher(line);
        if (!size.matches()) {
            throw new Malformed("malformed chunk size");
        }
        return Long.parseLong(size.group(1), 16);
    }

    /** How many more bytes to read after the length that was declared, of those that wait. */
    int beyond(int waiting) {
        return 0;
    }

    /** What to throw where the other side has closed in the middle of a body. */
    IOException endedEarly() {
        return new EOFException("body ended early");
    }

    /** Runs one exchange, from the first byte of its request to the last one of its answer. */
    boolean serve(Turn exchange) throws IOException {
        return exchange.take();
    }

    /** Further connections wait until another one ends. */
    int mostConnections() {
        return Integer.MAX_VALUE;
    }
}
