package io.statuspulse.conformance.receiver;

import java.io.IOException;
import java.io.InputStream;

/** A request's body as it comes in, chunked or of a declared length. */
final class WireBody extends InputStream {

    private final WireReader reader;
    private final Leniency leniency;
    private final boolean chunked;
    private long left;
    private boolean ended;
    private boolean broken;
    private boolean begun;
    private Headers trailers = Headers.NONE;

    WireBody(WireReader reader, Leniency leniency, Framing framing) {
        this.reader = reader;
        this.leniency = leniency;
        this.chunked = framing.chunked();
        this.left = framing.length();
        this.ended = !chunked && left == 0;
    }

    /** Whether what follows on the connection is the next request. */
    boolean isWhole() {
        return ended && !broken;
    }

    /** Whether reading it has failed. */
    boolean isBroken() {
        return broken;
    }

    Headers trailers() {
        return trailers;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        boolean held = broken;
        // Until all went well: a stream that has thrown cannot be read on.
        broken = true;
        if (held) {
            throw new IOException("body is broken");
        }
        int count = next(target, offset, length);
        broken = false;
        return count;
    }

    private int next(byte[] target, int offset, int length) throws IOException {
        if (left == 0 && !ended) {
            advance();
        }
        if (ended) {
            return -1;
        }
        int count = reader.stream().read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw leniency.endedEarly();
        }
        left -= count;
        return count;
    }

    private void advance() throws IOException {
        if (!chunked) {
            left = leniency.beyond(reader.stream().available());
            ended = left == 0;
            return;
        }
        if (begun && !reader.shortLine().isEmpty()) {
            throw new Malformed("malformed end of chunk");
        }
        begun = true;
        left = leniency.chunkSize(reader.shortLine());
        if (left == 0) {
            trailers = reader.trailers();
            ended = true;
        }
    }
}
