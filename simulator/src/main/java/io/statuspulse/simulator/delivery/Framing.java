package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a finished draft into the bytes of a request: head and coded body. */
final class Framing {
    private static final Bytes CRLF = Bytes.utf8("\r\n");

    private final DeliveryPlan plan;
    private final Draft draft;
    private final Bytes body;

    private Framing(DeliveryPlan plan, Draft draft, Bytes body) {
        this.plan = plan;
        this.draft = draft;
        this.body = body;
    }

    static Delivery finish(DeliveryPlan plan, Draft draft, Bytes body, String eventId, Redaction redaction) {
        Framing framing = new Framing(plan, draft, body);
        String requestLine = draft.method + " " + draft.requestTarget + " HTTP/1.1";
        List<HeaderLine> headers = framing.headers();
        Bytes head = Bytes.latin1(requestLine + "\r\n" + framing.lines(headers) + "\r\n");
        List<Segment> segments = Segments.of(plan, head, framing.codedBody());
        return new Delivery(
                plan, eventId, requestLine, headers, body, segments, redaction, Optional.of(draft.signing()));
    }

    private List<HeaderLine> headers() {
        List<HeaderLine> headers = new ArrayList<>(draft.headers);
        if (!draft.trailers.isEmpty()) {
            headers.add(new HeaderLine("Trailer", draft.trailers.get(0).name()));
        }
        boolean chunked = chunkSize().isPresent();
        if (chunked) {
            headers.add(new HeaderLine("Transfer-Encoding", "chunked"));
        }
        if (!chunked || plan.has(WireEdit.LengthBesideChunked.class)) {
            lengths().forEach(length -> headers.add(new HeaderLine("Content-Length", Long.toString(length))));
        }
        if (plan.has(WireEdit.ExpectContinue.class)) {
            headers.add(new HeaderLine("Expect", "100-continue"));
        }
        return spelt(headers);
    }

    private List<Long> lengths() {
        long length = body.size()
                - plan.last(WireEdit.ShortContentLength.class)
                        .map(WireEdit.ShortContentLength::bytes)
                        .orElse(0)
                + plan.last(WireEdit.HugeBody.class)
                        .map(WireEdit.HugeBody::bytes)
                        .orElse(0L);
        if (length < 0) {
            throw new NotComposableException("the body has " + body.size() + " bytes, too few for a shorter length");
        }
        Optional<WireEdit.SecondContentLength> second = plan.last(WireEdit.SecondContentLength.class);
        if (second.isEmpty()) {
            return List.of(length);
        }
        long other = Math.max(0, length - second.get().shorter());
        return second.get().order() == SentEdit.Order.WRONG_FIRST ? List.of(other, length) : List.of(length, other);
    }

    private List<HeaderLine> spelt(List<HeaderLine> lines) {
        return lines.stream()
                .map(line -> new HeaderLine(draft.headerNames.apply(line.name()), line.value()))
                .toList();
    }

    /** A trailer needs chunks (RFC 9112, 7.1.2), and so do faults of them: the whole body in one, unless said otherwise. */
    private Optional<Integer> chunkSize() {
        boolean needed = !draft.trailers.isEmpty()
                || plan.has(WireEdit.LengthBesideChunked.class)
                || plan.has(WireEdit.DecorateChunkSize.class);
        return plan.last(WireEdit.Chunked.class)
                .map(WireEdit.Chunked::bytes)
                .or(() -> needed ? Optional.of(Math.max(1, body.size())) : Optional.empty());
    }

    private String lines(List<HeaderLine> headers) {
        StringBuilder lines = new StringBuilder();
        for (HeaderLine line : headers) {
            // A line end would begin another header, and a char that is no byte would become a question mark.
            String text = line.name() + ": " + line.value();
            if (!isOneLineOfBytes(text)) {
                throw new NotComposableException("header " + Printable.of(line.name())
                        + ": the value has a line end or a char above U+00FF, which no byte stands for");
            }
            lines.append(line.is(draft.name(SentEdit.HeaderRole.SIGNATURE)) ? broken(line) : text)
                    .append("\r\n");
        }
        return lines.toString();
    }

    private static boolean isOneLineOfBytes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c > 0xff) {
                return false;
            }
        }
        return true;
    }

    /** The signature's line, spelt as no header may be where the plan says so. */
    private String broken(HeaderLine line) {
        String colon = plan.has(WireEdit.SpaceBeforeColon.class) ? " : " : ": ";
        return line.name() + colon + (plan.has(WireEdit.FoldSignature.class) ? folded(line.value()) : line.value());
    }

    static String folded(String value) {
        int middle = value.length() / 2;
        return value.substring(0, middle) + "\r\n " + value.substring(middle);
    }

    private Bytes codedBody() {
        return chunkSize().map(this::chunks).orElse(body);
    }

    private Bytes chunks(int size) {
        String before = plan.last(WireEdit.DecorateChunkSize.class)
                .map(WireEdit.DecorateChunkSize::before)
                .orElse("");
        String after = plan.last(WireEdit.DecorateChunkSize.class)
                .map(WireEdit.DecorateChunkSize::after)
                .orElse("");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < body.size(); at += size) {
            Bytes chunk = body.slice(at, Math.min(body.size(), at + size));
            out.writeBytes(Bytes.utf8(before + Integer.toHexString(chunk.size()) + after + "\r\n")
                    .plus(chunk)
                    .plus(CRLF)
                    .toArray());
        }
        out.writeBytes(
                Bytes.latin1("0\r\n" + lines(spelt(draft.trailers)) + "\r\n").toArray());
        return Bytes.of(out.toByteArray());
    }
}
