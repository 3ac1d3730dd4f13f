package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import java.time.Duration;

/** One step of putting a request onto the wire, in the order of a {@link Delivery}'s segments. */
public sealed interface Segment {

    /** Writes the content and flushes it, so that it leaves in a TCP segment of its own where the network lets it. */
    record Write(Bytes content) implements Segment {}

    /** Writes the content that often, without holding it all in memory. */
    record Repeat(Bytes content, int times) implements Segment {}

    /** Writes nothing for that long; an answer, or the connection's end, that comes meanwhile ends the request. */
    record Linger(Duration duration) implements Segment {}

    /** Writes nothing for that long. */
    record Pause(Duration duration) implements Segment {}

    /**
     * Waits for an interim 100 answer, at most that long, then goes on (RFC 9110, 10.1.1); a final answer that comes
     * instead ends the request.
     */
    record AwaitContinue(Duration atMost) implements Segment {}

    /** Ends this side's half of the connection: the receiver sees the end of the stream, and can still answer. */
    record EndOutput() implements Segment {}

    /** Closes the connection in order, without reading the answer: nothing more is sent or read. */
    record CloseUnanswered() implements Segment {}
}
