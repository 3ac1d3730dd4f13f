package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts the bytes of a request into writes and pauses, and ends it early where the plan says so. */
final class Segments {
    private static final int FILLER = 64 * 1024;

    private Segments() {}

    static List<Segment> of(DeliveryPlan plan, Bytes head, Bytes body) {
        Optional<WireEdit.Drip> drip = plan.last(WireEdit.Drip.class);
        if (drip.isPresent()) {
            return dripping(drip.get(), head, body);
        }
        Optional<WireEdit.HalfBody> half = plan.last(WireEdit.HalfBody.class);
        if (half.isPresent()) {
            Segment end = half.get().ending() == WireEdit.Ending.CLOSE
                    ? new Segment.CloseUnanswered()
                    : new Segment.EndOutput();
            return List.of(new Segment.Write(head.plus(body.slice(0, body.size() / 2))), end);
        }
        return whole(plan, head, body);
    }

    private static List<Segment> whole(DeliveryPlan plan, Bytes head, Bytes body) {
        Optional<WireEdit.ExpectContinue> expect = plan.last(WireEdit.ExpectContinue.class);
        Optional<WireEdit.SplitWrites> split = plan.last(WireEdit.SplitWrites.class);
        List<Segment> segments = new ArrayList<>();
        if (expect.isPresent()) {
            segments.addAll(pieces(head, split));
            segments.add(new Segment.AwaitContinue(expect.get().atMost()));
            segments.addAll(pieces(body, split));
        } else {
            Bytes request = head.plus(body);
            segments.addAll(pieces(plan.has(WireEdit.Pipelined.class) ? request.plus(request) : request, split));
        }
        plan.last(WireEdit.HugeBody.class)
                .ifPresent(huge -> segments.add(
                        new Segment.Repeat(Bytes.utf8("x".repeat(FILLER)), (int) (huge.bytes() / FILLER))));
        if (plan.has(WireEdit.CloseBeforeAnswer.class)) {
            segments.add(new Segment.CloseUnanswered());
        }
        return segments;
    }

    private static List<Segment> dripping(WireEdit.Drip drip, Bytes head, Bytes body) {
        boolean inHead = drip.part() == WireEdit.Part.HEAD;
        Bytes part = inHead ? head : body;
        int middle = part.size() / 2;
        Bytes before = inHead ? part.slice(0, middle) : head.plus(part.slice(0, middle));
        // Never to the end: what is whole would be answered.
        int end = Math.min(part.size() - 1, middle + drip.bytes());
        List<Segment> segments = new ArrayList<>(List.of(new Segment.Write(before)));
        for (int i = middle; i < end; i++) {
            segments.add(new Segment.Linger(drip.pause()));
            segments.add(new Segment.Write(part.slice(i, i + 1)));
        }
        segments.add(new Segment.CloseUnanswered());
        return segments;
    }

    private static List<Segment> pieces(Bytes content, Optional<WireEdit.SplitWrites> how) {
        List<Segment> segments = new ArrayList<>();
        int number = how.map(split -> Math.min(split.pieces(), Math.max(1, content.size())))
                .orElse(1);
        for (int i = 0; i < number; i++) {
            if (i > 0) {
                segments.add(new Segment.Pause(how.orElseThrow().pause()));
            }
            int from = (int) ((long) content.size() * i / number);
            int to = (int) ((long) content.size() * (i + 1) / number);
            segments.add(new Segment.Write(content.slice(from, to)));
        }
        return segments;
    }
}
