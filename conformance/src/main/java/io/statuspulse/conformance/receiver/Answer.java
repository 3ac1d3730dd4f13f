package io.statuspulse.conformance.receiver;

import java.util.List;

/** What is sent back; {@code closes} ends the connection after it. */
record Answer(int status, String body, List<Headers.Line> headers, boolean closes) {

    /** No answer at all: the connection is closed. */
    static final Answer HANG_UP = new Answer(0, "", List.of(), true);

    static Answer ok() {
        return of(200, "{\"status\":\"ok\"}");
    }

    static Answer error(int status, String words) {
        return of(status, "{\"error\":\"" + words + "\"}");
    }

    static Answer of(int status, String json) {
        return new Answer(status, json, List.of(new Headers.Line("Content-Type", "application/json")), false);
    }

    static Answer noContent() {
        return new Answer(204, "", List.of(), false);
    }

    static Answer notAllowed(String allowed) {
        Answer answer = error(405, "method not allowed");
        return new Answer(
                answer.status,
                answer.body,
                List.of(new Headers.Line("Content-Type", "application/json"), new Headers.Line("Allow", allowed)),
                false);
    }

    Answer closing() {
        return new Answer(status, body, headers, true);
    }
}
