package io.statuspulse.conformance.receiver;

import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Makes {@link Request}s of Undertow's exchanges. */
final class Requests {

    private static final AttachmentKey<Notes> NOTES = AttachmentKey.create(Notes.class);

    /** What is kept with a connection. */
    private record Notes(ConcurrentMap<String, Object> map) {}

    private Requests() {}

    static Request head(HttpServerExchange exchange) {
        return new Request(
                exchange.getRequestMethod().toString(),
                exchange.getRequestPath(),
                exchange.getQueryString(),
                headers(exchange.getRequestHeaders()),
                new byte[0],
                Headers.NONE,
                rawHead(exchange.getConnection()),
                notes(exchange.getConnection()));
    }

    static Headers headers(@Nullable HeaderMap map) {
        if (map == null) {
            return Headers.NONE;
        }
        List<Headers.Line> lines = new ArrayList<>(map.size());
        for (HeaderValues values : map) {
            String name = values.getHeaderName().toString();
            values.forEach(value -> lines.add(new Headers.Line(name, value)));
        }
        return new Headers(lines);
    }

    private static String rawHead(ServerConnection connection) {
        return connection instanceof AbstractServerConnection c ? RawHead.taken(c.getOriginalSourceConduit()) : "";
    }

    private static ConcurrentMap<String, Object> notes(ServerConnection connection) {
        Notes notes = connection.getAttachment(NOTES);
        if (notes == null) {
            // One request at a time per connection, so nobody else puts one here meanwhile.
            notes = new Notes(new ConcurrentHashMap<>());
            connection.putAttachment(NOTES, notes);
        }
        return notes.map();
    }
}
