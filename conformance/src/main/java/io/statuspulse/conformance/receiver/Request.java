package io.statuspulse.conformance.receiver;

import java.util.Locale;
import java.util.concurrent.ConcurrentMap;

/**
 * One request as the steps see it.
 *
 * @param body empty until it has been read
 * @param trailers none until the body has been read
 * @param rawHead the head's bytes, one per character; empty unless {@link HttpRules#wantsRawHead()}
 * @param connection what a defect keeps from one request of a connection to the next
 */
@SuppressWarnings("ArrayRecordComponent") // A request is never compared, and its body is too large to copy.
record Request(
        String method,
        String path,
        String query,
        Headers headers,
        byte[] body,
        Headers trailers,
        String rawHead,
        ConcurrentMap<String, Object> connection) {

    Request withBody(byte[] value, Headers newTrailers) {
        return new Request(method, path, query, headers, value, newTrailers, rawHead, connection);
    }

    Request withBody(byte[] value) {
        return withBody(value, trailers);
    }

    Request withMethod(String value) {
        return new Request(value, path, query, headers, body, trailers, rawHead, connection);
    }

    /** The media type in lower case without its parameters; empty if none was sent. */
    String mediaType() {
        String value = headers.first("Content-Type").orElse("");
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
