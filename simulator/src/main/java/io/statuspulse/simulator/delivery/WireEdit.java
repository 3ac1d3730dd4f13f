package io.statuspulse.simulator.delivery;

import java.time.Duration;

/** An edit of how the request goes onto the wire. */
public sealed interface WireEdit extends Edit {

    @Override
    default Moment moment() {
        return Moment.WIRE;
    }

    /** A part of a request. */
    enum Part {
        HEAD,
        BODY
    }

    /** What follows where a request breaks off. */
    enum Ending {
        /** This side ends the stream, and still reads. */
        END_OF_STREAM,
        /** The connection is closed. */
        CLOSE
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

    /** Declares a body that many bytes shorter than the one that is sent (RFC 9112, 6.2). */
    record ShortContentLength(int bytes) implements WireEdit {
        public ShortContentLength {
            Bounds.atLeast(1, bytes, "bytes to leave out of Content-Length");
        }
    }

    /** Sends the head and half of the body, then breaks off. */
    record HalfBody(Ending ending) implements WireEdit {}

    /** Sends Content-Length beside Transfer-Encoding: chunked (RFC 9112, 6.1). */
    record LengthBesideChunked() implements WireEdit {}

    /** Sends a second Content-Length, that many bytes shorter, before or after the right one (RFC 9112, 6.3). */
    record SecondContentLength(int shorter, SentEdit.Order order) implements WireEdit {
        public SecondContentLength {
            Bounds.atLeast(1, shorter, "bytes that the second length is shorter");
        }
    }

    /** Sends the body as one chunk whose size has text before and after its digits (RFC 9112, 7.1). */
    record DecorateChunkSize(String before, String after) implements WireEdit {}

    /** Breaks the signature's line in the middle of its value and goes on in the next, after a space (RFC 9112, 5.2). */
    record FoldSignature() implements WireEdit {}

    /** Puts a space between the name of the signature's header and the colon (RFC 9112, 5.1). */
    record SpaceBeforeColon() implements WireEdit {}

    /** Sends the request twice, the second right behind the first (RFC 9112, 9.3.2). */
    record Pipelined() implements WireEdit {}

    /** Sends half of that part, then that many bytes of the rest one by one with a pause before each, then closes. */
    record Drip(Part part, int bytes, Duration pause) implements WireEdit {
        public Drip {
            Bounds.atLeast(1, bytes, "bytes to drip");
            Bounds.notNegative(pause, "pause");
        }
    }

    /** Sends that many mebibytes of the letter x behind the body, as a part of it that no signature covers. */
    record HugeBody(int mebibytes) implements WireEdit {
        public HugeBody {
            Bounds.atLeast(1, mebibytes, "mebibytes");
            Bounds.atMost(1024, mebibytes, "mebibytes");
        }

        long bytes() {
            return (long) mebibytes << 20;
        }
    }
}
