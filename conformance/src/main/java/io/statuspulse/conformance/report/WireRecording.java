package io.statuspulse.conformance.report;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.Segment;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a request went onto the wire, as far as request line, headers and body do not tell that already: other bytes
 * (folded lines, chunks, a body cut in half), or more than one write.
 *
 * @param base64 the bytes; empty where they are told already
 * @param truncated whether there were more of them
 * @param steps how they were sent; empty where that was one write
 */
record WireRecording(Optional<String> base64, boolean truncated, List<String> steps) {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_STEPS = 200;

    private static final WireRecording NOTHING = new WireRecording(Optional.empty(), false, List.of());

    /**
     * Records it.
     *
     * @param hidden the names of the headers of which no value may be shown
     */
    static WireRecording of(Delivery delivery, Predicate<String> hidden) {
        if (delivery.segments().equals(List.of(new Segment.Write(told(delivery))))) {
            return NOTHING;
        }
        WireRecording bytes = bytes(delivery, hidden);
        return delivery.segments().size() > 1
                ? new WireRecording(bytes.base64, bytes.truncated, steps(delivery.segments()))
                : bytes;
    }

    /** What one would take to be on the wire, from what the report says anyway. */
    private static Bytes told(Delivery delivery) {
        StringBuilder head = new StringBuilder(delivery.requestLine()).append("\r\n");
        for (HeaderLine line : delivery.headers()) {
            head.append(line.name()).append(": ").append(line.value()).append("\r\n");
        }
        return Bytes.latin1(head.append("\r\n").toString()).plus(delivery.body());
    }

    private static WireRecording bytes(Delivery delivery, Predicate<String> hidden) {
        // What chunks or pieces would tear apart could not be recognized any more.
        if (!delivery.redaction().apply(delivery.body()).equals(delivery.body())) {
            return NOTHING;
        }
        // Twice the bound is looked through, so that what begins before the cut is recognized although it ends after.
        Bytes sent = beginning(delivery.segments(), 2 * MOST_BYTES);
        Bytes told = told(delivery);
        long size = delivery.segments().stream().mapToLong(WireRecording::size).sum();
        if (size == told.size() && sent.equals(told.slice(0, sent.size()))) {
            return NOTHING;
        }
        Bytes shown =
                Bytes.latin1(without(hidden, delivery, delivery.redaction().apply(sent.asLatin1())));
        return new WireRecording(
                Optional.of(shown.slice(0, Math.min(shown.size(), MOST_BYTES)).toBase64()),
                size > sent.size() || shown.size() > MOST_BYTES,
                List.of());
    }

    private static Bytes beginning(List<Segment> segments, int most) {
        Bytes sent = Bytes.EMPTY;
        for (Segment segment : segments) {
            Bytes content = content(segment);
            for (int i = times(segment); i > 0 && sent.size() <= most; i--) {
                sent = sent.plus(content);
            }
        }
        return sent.slice(0, Math.min(sent.size(), most));
    }

    private static Bytes content(Segment segment) {
        if (segment instanceof Segment.Write write) {
            return write.content();
        }
        return segment instanceof Segment.Repeat repeat ? repeat.content() : Bytes.EMPTY;
    }

    private static long size(Segment segment) {
        return (long) content(segment).size() * times(segment);
    }

    private static int times(Segment segment) {
        return segment instanceof Segment.Repeat repeat ? repeat.times() : 1;
    }

    /** Hides values to the end of their line, or of what was sent: a request may stop in the middle of one. */
    private static String without(Predicate<String> hidden, Delivery delivery, String wire) {
        String shown = wire;
        for (HeaderLine line : delivery.headers()) {
            if (hidden.test(line.name())) {
                shown = Pattern.compile("(?<=\n)" + Pattern.quote(line.name()) + ": [^\r\n]*")
                        .matcher(shown)
                        .replaceAll(Matcher.quoteReplacement(line.name() + ": [hidden]"));
            }
        }
        return shown;
    }

    private static List<String> steps(List<Segment> segments) {
        Stream<String> printed = segments.stream().limit(MOST_STEPS).map(WireRecording::print);
        Stream<String> more = segments.size() > MOST_STEPS
                ? Stream.of("and " + (segments.size() - MOST_STEPS) + " more")
                : Stream.empty();
        return Stream.concat(printed, more).toList();
    }

    /** As edits print. */
    private static String print(Segment segment) {
        if (segment instanceof Segment.Write write) {
            return "Write[" + write.content().size() + "]";
        }
        if (segment instanceof Segment.Repeat repeat) {
            return "Repeat[" + repeat.content().size() + ", " + repeat.times() + "]";
        }
        if (segment instanceof Segment.Linger linger) {
            return "Linger[" + linger.duration() + "]";
        }
        if (segment instanceof Segment.Pause pause) {
            return "Pause[" + pause.duration() + "]";
        }
        if (segment instanceof Segment.AwaitContinue await) {
            return "AwaitContinue[" + await.atMost() + "]";
        }
        return segment instanceof Segment.EndOutput ? "EndOutput[]" : "CloseUnanswered[]";
    }
}
