package io.statuspulse.conformance.report;

import io.statuspulse.conformance.json.JsonOutput;
import io.statuspulse.conformance.recorded.RecordedExchange;
import io.statuspulse.conformance.recorded.RecordedExchange.Header;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.Redaction;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import io.statuspulse.simulator.wire.Response;
import io.statuspulse.simulator.wire.Timings;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Records one exchange. Header values are one character for each byte, as on the wire. */
final class ExchangeRecording {
    private static final int MOST_BODY = 64 * 1024;

    private ExchangeRecording() {}

    static RecordedExchange of(Sent sent) {
        Exchange exchange = sent.exchange();
        Delivery delivery = exchange.delivery();
        Redaction redaction = delivery.redaction();
        return new RecordedExchange(
                sent.role(),
                delivery.plan().edits().stream()
                        .map(edit -> redaction.apply(edit.print()))
                        .toList(),
                request(delivery),
                exchange.response().map(response -> response(response, redaction)),
                exchange.failure().map(Failure::toString).map(redaction::apply).map(Disclosure::wellFormed),
                timings(exchange.timings()),
                Optional.of(exchange.startedAt()));
    }

    private static RecordedExchange.Request request(Delivery delivery) {
        Redaction redaction = delivery.redaction();
        Bytes body = delivery.body();
        // Twice the bound is looked through, so that what begins before the cut is recognized although it ends after.
        Bytes beginning = redaction.apply(body.slice(0, Math.min(body.size(), 2 * MOST_BODY)));
        WireRecording wire = WireRecording.of(delivery, Credentials::inHeader);
        return new RecordedExchange.Request(
                Disclosure.wellFormed(redaction.apply(delivery.requestLine())),
                headers(delivery.headers(), redaction, Credentials::inHeader),
                beginning.slice(0, Math.min(beginning.size(), MOST_BODY)).toBase64(),
                body.size() > MOST_BODY,
                wire.base64(),
                wire.truncated(),
                wire.steps());
    }

    private static RecordedExchange.Response response(Response response, Redaction redaction) {
        Bytes body = response.body();
        Bytes beginning = body.slice(0, Math.min(body.size(), 2 * MOST_BODY));
        String shown = redaction.apply(beginning.asUtf8());
        int cut = Math.min(shown.length(), MOST_BODY);
        return new RecordedExchange.Response(
                response.status(),
                headers(response.headers(), redaction, name -> false),
                Disclosure.wellFormed(shown.substring(0, cut)),
                response.bodyTruncated() || beginning.size() < body.size() || cut < shown.length(),
                Disclosure.wellFormed(redaction.apply(response.reason())),
                Optional.of(beginning)
                        .filter(bytes -> !isText(bytes, beginning.size() < body.size()))
                        .map(redaction::apply)
                        .map(bytes -> bytes.slice(0, Math.min(bytes.size(), MOST_BODY))
                                .toBase64()));
    }

    /** Whether it is UTF-8, but for a character that may have been cut at its end. */
    private static boolean isText(Bytes bytes, boolean cut) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.size());
        return !decoder.decode(ByteBuffer.wrap(bytes.toArray()), text, !cut).isError();
    }

    private static List<Header> headers(List<HeaderLine> headers, Redaction redaction, Predicate<String> hidden) {
        return headers.stream()
                .map(line -> new Header(
                        Disclosure.wellFormed(redaction.apply(line.name())),
                        hidden.test(line.name())
                                ? Credentials.HIDDEN
                                : Disclosure.wellFormed(redaction.apply(line.value()))))
                .toList();
    }

    private static Map<String, BigDecimal> timings(Timings timings) {
        Map<String, BigDecimal> millis = new LinkedHashMap<>();
        millis.put("connect", JsonOutput.millis(timings.connect()));
        millis.put("tls", JsonOutput.millis(timings.tls()));
        millis.put("write", JsonOutput.millis(timings.write()));
        millis.put("answer", JsonOutput.millis(timings.answer()));
        millis.put("read", JsonOutput.millis(timings.read()));
        millis.put("total", JsonOutput.millis(timings.total()));
        return millis;
    }
}
