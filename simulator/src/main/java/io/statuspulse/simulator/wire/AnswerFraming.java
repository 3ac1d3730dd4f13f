package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.delivery.Delivery;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** What request and answer together say about the answer's body and the connection (RFC 9112, 6.3 and 9.3). */
final class AnswerFraming {
    private AnswerFraming() {}

    static boolean hasBody(Delivery delivery, ClassicHttpResponse answer) {
        int status = answer.getCode();
        return status >= 200
                && status != 204
                && status != 304
                && !method(delivery).equals("HEAD")
                && !(method(delivery).equals("CONNECT") && status < 300);
    }

    static boolean keepsOpen(Delivery delivery, ClassicHttpResponse answer) {
        if (answer.getCode() == 101 || method(delivery).equals("CONNECT")) {
            return false;
        }
        BasicHttpRequest request = new BasicHttpRequest(method(delivery), "/");
        // Not its framing headers: where they are wrong on purpose, what the receiver does then is the question.
        delivery.headers().stream()
                .filter(line -> line.is("Connection"))
                .forEach(line -> request.addHeader(line.name(), line.value()));
        return DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, answer, HttpCoreContext.create());
    }

    private static String method(Delivery delivery) {
        int blank = delivery.requestLine().indexOf(' ');
        return blank < 0 ? delivery.requestLine() : delivery.requestLine().substring(0, blank);
    }
}
