package io.statuspulse.simulator.delivery;

import java.time.Duration;

/** An edit of how the request goes onto the wire. */
public sealed interface WireEdit extends Edit {

    @Override
    default Moment moment() {
        return Moment.WIRE;
    }

    /** Sends the body in chunked transfer coding (RFC 9112, 7.1), in chunks of that many bytes. */
    record Chunked(int bytes) implements WireEdit {
        public Chunked {
            Bounds.atLeast(1, bytes, "bytes of a chunk");
        }
    }

    /** Writes the request in that many pieces of about one size (one a byte at most) with a pause between them. */
    record SplitWrites(int pieces, Duration pause) implements WireEdit {
        public SplitWrites {
            Bounds.atLeast(1, pieces, "pieces");
            Bounds.notNegative(pause, "pause");
        }
    }

    /** Asks for 100 Continue and waits at most that long for it before the body (RFC 9110, 10.1.1). */
    record ExpectContinue(Duration atMost) implements WireEdit {
        public ExpectContinue {
            Bounds.notNegative(atMost, "wait for 100 Continue");
        }
    }

    /** Closes the connection in place of reading the answer. */
    record CloseBeforeAnswer() implements WireEdit {}
}
