package io.statuspulse.conformance.receiver;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpAttachments;
import io.undertow.util.HttpString;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.xnio.IoUtils;

/** Between Undertow and the steps: takes each exchange apart on a worker thread and writes the answer. */
final class Exchanges implements HttpHandler {

    private static final HttpString DATE = new HttpString("Date");

    private final Dispatcher dispatcher;

    Exchanges(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (exchange.isInIoThread()) {
            exchange.dispatch(this);
            return;
        }
        exchange.startBlocking();
        write(exchange, dispatcher.answer(Requests.head(exchange), source(exchange)));
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
        exchange.getResponseHeaders().put(DATE, dispatcher.date());
        answer.headers().forEach(h -> exchange.getResponseHeaders().put(new HttpString(h.name()), h.value()));
        exchange.getResponseSender().send(answer.body(), StandardCharsets.UTF_8);
    }
}
