package io.statuspulse.simulator.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the receiver sends, counted and bounded, with how it began and how it ended. */
final class AnswerStream extends InputStream {
    private static final int OPENING = 64;

    private final InputStream in;
    private final byte[] opening = new byte[OPENING];
    private int openingSize;
    private long count;
    private long limit;
    private String limitWords = "";
    private boolean awaitsFirst;
    private long firstByteAt;
    private boolean ended;
    private @Nullable IOException broken;

    AnswerStream(InputStream in) {
        this.in = in;
    }

    /** Forgets what came before the next delivery. */
    void newExchange() {
        openingSize = 0;
        count = 0;
        limit = Long.MAX_VALUE;
        ended = false;
        broken = null;
        awaitsFirst = true;
    }

    /** Notes that an answer begins: with what is buffered already, else with the next byte that comes. */
    void newHead(int buffered) {
        awaitsFirst = buffered == 0;
        if (buffered > 0) {
            firstByteAt = System.nanoTime();
        }
    }

    /** Lets that many bytes more through; where the next one is asked for, the answer is too large, in those words. */
    void allow(long bytes, String words) {
        limit = count + bytes;
        limitWords = words;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (count >= limit) {
            throw new AnswerException(Failure.Kind.ANSWER_TOO_LARGE, limitWords);
        }
        try {
            int size = in.read(target, offset, (int) Math.min(length, limit - count));
            if (size < 0) {
                ended = true;
            } else {
                taken(target, offset, size);
            }
            return size;
        } catch (SocketTimeoutException e) {
            throw e; // Only the wait for an interim answer sets a timeout, and the connection outlives it.
        } catch (IOException e) {
            broken = e;
            throw e;
        }
    }

    private void taken(byte[] source, int offset, int size) {
        if (awaitsFirst && size > 0) {
            awaitsFirst = false;
            firstByteAt = System.nanoTime();
        }
        count += size;
        int more = Math.min(size, OPENING - openingSize);
        System.arraycopy(source, offset, opening, openingSize, more);
        openingSize += more;
    }

    /** Returns how many bytes came since the delivery began. */
    long count() {
        return count;
    }

    /** Returns when the first byte of the last head came, on the clock of {@link System#nanoTime()}. */
    long firstByteAt() {
        return firstByteAt;
    }

    /** Returns whether the first byte of the last head came. */
    boolean anyByte() {
        return !awaitsFirst;
    }

    /** Returns whether the receiver ended the connection in order. */
    boolean ended() {
        return ended;
    }

    /** Returns how the connection broke; null where it did not. */
    @Nullable
    IOException broken() {
        return broken;
    }

    /** Returns whether what came begins with {@code text}, blank lines before it aside, or is the beginning of it. */
    boolean beginsWith(String text) {
        int start = 0;
        while (start < openingSize && (opening[start] == '\r' || opening[start] == '\n')) {
            start++;
        }
        int compared = Math.min(text.length(), openingSize - start);
        return compared > 0
                && new String(opening, start, compared, StandardCharsets.ISO_8859_1)
                        .equals(text.substring(0, compared));
    }

    /** Returns the first bytes that came, as text that may be printed. */
    String opening() {
        return Words.printable(opening, openingSize);
    }
}
