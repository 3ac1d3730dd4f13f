package io.statuspulse.simulator.inprocess;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import java.util.Optional;

/**
 * A request as a server hands it to the code behind it.
 *
 * @param method the method, as sent
 * @param target path and query, as sent: percent-encoded, in origin form (RFC 9112, 3.2.1)
 * @param headers the headers
 * @param body the whole body, raw
 */
public record InProcessRequest(String method, String target, RequestHeaders headers, Bytes body) {

    /** Returns what a server makes of a delivery that came whole over a connection of its own. */
    static InProcessRequest of(Delivery delivery) {
        String line = delivery.requestLine();
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        return new InProcessRequest(
                line.substring(0, first),
                line.substring(first + 1, last),
                new RequestHeaders(delivery.headers()),
                delivery.body());
    }

    /** Returns the path, percent-encoded as it was sent. */
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** Returns the query, percent-encoded as it was sent; empty where there is no question mark. */
    public Optional<String> query() {
        int question = target.indexOf('?');
        return question < 0 ? Optional.empty() : Optional.of(target.substring(question + 1));
    }

    /** Method and target: what else is in a request may not be shown. */
    @Override
    public String toString() {
        return "InProcessRequest[" + method + " " + path() + ", " + body.size() + " bytes of body]";
    }
}
