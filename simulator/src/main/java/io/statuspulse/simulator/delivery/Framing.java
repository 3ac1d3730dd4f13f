package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a finished draft into the bytes and pauses of a request. */
final class Framing {
    private static final Bytes CRLF = Bytes.utf8("\r\n");

    private Framing() {}

    static Delivery finish(DeliveryPlan plan, Draft draft, Bytes body, String eventId, Redaction redaction) {
        WireEdit.Chunked chunked = find(plan, WireEdit.Chunked.class, trailerChunks(draft, body));
        WireEdit.ExpectContinue expect = find(plan, WireEdit.ExpectContinue.class, null);
        WireEdit.SplitWrites split = find(plan, WireEdit.SplitWrites.class, null);
        List<HeaderLine> trailers = spelt(draft.trailers, draft);
        List<HeaderLine> headers = headers(draft, body, chunked != null, expect != null);
        String requestLine = "POST " + draft.requestTarget + " HTTP/1.1";
        Bytes head = Bytes.latin1(requestLine + "\r\n" + lines(headers) + "\r\n");
        Bytes coded = chunked == null ? body : chunks(body, chunked.bytes(), trailers);
        List<Segment> segments = new ArrayList<>();
        if (expect != null) {
            segments.addAll(pieces(head, split));
            segments.add(new Segment.AwaitContinue(expect.atMost()));
            segments.addAll(pieces(coded, split));
        } else {
            segments.addAll(pieces(head.plus(coded), split));
        }
        if (find(plan, WireEdit.CloseBeforeAnswer.class, null) != null) {
            segments.add(new Segment.CloseUnanswered());
        }
        return new Delivery(plan, eventId, requestLine, headers, body, segments, redaction);
    }

    private static List<HeaderLine> headers(Draft draft, Bytes body, boolean chunked, boolean expect) {
        List<HeaderLine> headers = new ArrayList<>(draft.headers);
        if (!draft.trailers.isEmpty()) {
            headers.add(new HeaderLine("Trailer", draft.trailers.get(0).name()));
        }
        headers.add(
                chunked
                        ? new HeaderLine("Transfer-Encoding", "chunked")
                        : new HeaderLine("Content-Length", Integer.toString(body.size())));
        if (expect) {
            headers.add(new HeaderLine("Expect", "100-continue"));
        }
        return spelt(headers, draft);
    }

    private static List<HeaderLine> spelt(List<HeaderLine> lines, Draft draft) {
        return lines.stream()
                .map(line -> new HeaderLine(draft.headerNames.apply(line.name()), line.value()))
                .toList();
    }

    /** A trailer needs chunks (RFC 9112, 7.1.2): the whole body in one, unless the plan says otherwise. */
    private static WireEdit.@Nullable Chunked trailerChunks(Draft draft, Bytes body) {
        return draft.trailers.isEmpty() ? null : new WireEdit.Chunked(Math.max(1, body.size()));
    }

    /** Finds the last edit of that kind: as with every other edit, what comes later wins. */
    private static <E extends WireEdit> @Nullable E find(DeliveryPlan plan, Class<E> kind, @Nullable E otherwise) {
        E found = otherwise;
        for (Edit edit : plan.edits()) {
            if (kind.isInstance(edit)) {
                found = kind.cast(edit);
            }
        }
        return found;
    }

    private static String lines(List<HeaderLine> headers) {
        StringBuilder lines = new StringBuilder();
        for (HeaderLine line : headers) {
            // A line end would begin another header, and a char that is no byte would become a question mark.
            String text = line.name() + ": " + line.value();
            if (text.chars().anyMatch(c -> c == '\r' || c == '\n' || c > 0xff)) {
                throw new NotComposableException("header " + Printable.of(line.name())
                        + ": the value has a line end or a char above U+00FF, which no byte stands for");
            }
            lines.append(text).append("\r\n");
        }
        return lines.toString();
    }

    private static Bytes chunks(Bytes body, int size, List<HeaderLine> trailers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < body.size(); at += size) {
            Bytes chunk = body.slice(at, Math.min(body.size(), at + size));
            out.writeBytes(Bytes.utf8(Integer.toHexString(chunk.size()) + "\r\n")
                    .plus(chunk)
                    .plus(CRLF)
                    .toArray());
        }
        out.writeBytes(Bytes.latin1("0\r\n" + lines(trailers) + "\r\n").toArray());
        return Bytes.of(out.toByteArray());
    }

    private static List<Segment> pieces(Bytes content, WireEdit.@Nullable SplitWrites how) {
        List<Segment> segments = new ArrayList<>();
        int number = how == null ? 1 : Math.min(how.pieces(), Math.max(1, content.size()));
        for (int i = 0; i < number; i++) {
            if (how != null && i > 0) {
                segments.add(new Segment.Pause(how.pause()));
            }
            int from = (int) ((long) content.size() * i / number);
            int to = (int) ((long) content.size() * (i + 1) / number);
            segments.add(new Segment.Write(content.slice(from, to)));
        }
        return segments;
    }
}
