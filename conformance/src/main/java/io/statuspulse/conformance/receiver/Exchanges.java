package io.statuspulse.conformance.receiver;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpAttachments;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.xnio.IoUtils;

/** Between Undertow and the steps: takes each exchange apart on a worker thread and writes the answer. */
final class Exchanges implements HttpHandler {

    static final String EFFECTS_PATH = "/effects/";

    private static final HttpString DATE = new HttpString("Date");

    // RFC 9110 section 5.6.7: names in English, the day with two digits.
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final HttpRules rules;
    private final Flow flow;
    private final EventMemory memory;
    private final Clock clock;

    Exchanges(HttpRules rules, Flow flow, EventMemory memory, Clock clock) {
        this.rules = rules;
        this.flow = flow;
        this.memory = memory;
        this.clock = clock;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (exchange.isInIoThread()) {
            exchange.dispatch(this);
            return;
        }
        exchange.startBlocking();
        write(exchange, answer(exchange));
    }

    private Answer answer(HttpServerExchange exchange) {
        Request head = Requests.head(exchange);
        try {
            return head.path().startsWith(EFFECTS_PATH) ? effects(head) : rules.answer(head, source(exchange), flow);
        } catch (IOException e) {
            return Answer.error(400, "body cannot be read").closing();
        } catch (RuntimeException | StackOverflowError e) {
            // Never the case for the correct receiver; it is how a defect that throws shows.
            return Answer.error(500, "internal error");
        }
    }

    private Answer effects(Request head) {
        if (!head.method().equals("GET")) {
            return Answer.notAllowed("GET");
        }
        int count = memory.effects(head.path().substring(EFFECTS_PATH.length()));
        return Answer.of(200, "{\"count\":" + count + "}");
    }

    private static HttpRules.BodySource source(HttpServerExchange exchange) {
        return new HttpRules.BodySource() {
            @Override
            public InputStream stream() {
                return exchange.getInputStream();
            }

            @Override
            public Headers trailers() {
                return Requests.headers(exchange.getAttachment(HttpAttachments.REQUEST_TRAILERS));
            }
        };
    }

    private void write(HttpServerExchange exchange, Answer answer) {
        if (answer.equals(Answer.HANG_UP)) {
            IoUtils.safeClose(exchange.getConnection());
            return;
        }
        if (exchange.isResponseStarted()) {
            // The server has answered a malformed body on its own.
            exchange.endExchange();
            return;
        }
        if (answer.closes()) {
            exchange.setPersistent(false);
        }
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders().put(DATE, HTTP_DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
        answer.headers().forEach(h -> exchange.getResponseHeaders().put(new HttpString(h.name()), h.value()));
        exchange.getResponseSender().send(answer.body(), StandardCharsets.UTF_8);
    }
}
