package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** One connection of a {@link LenientServer}: request after request until one side closes. */
final class WireConnection {

    private static final int BUFFER_SIZE = 16 * 1024;
    private static final int IDLE_MILLIS = 60_000;
    private static final int LINGER_MILLIS = 500;
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Socket socket;
    private final Leniency leniency;
    private final Dispatcher dispatcher;
    private final ConcurrentMap<String, Object> notes = new ConcurrentHashMap<>();
    private final InputStream in;
    private final OutputStream out;

    WireConnection(Socket socket, Leniency leniency, Dispatcher dispatcher) throws IOException {
        this.socket = socket;
        this.leniency = leniency;
        this.dispatcher = dispatcher;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(IDLE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER_SIZE);
        out = socket.getOutputStream();
    }

    void serve() throws IOException {
        boolean goesOn = true;
        while (goesOn && hasMore()) {
            goesOn = leniency.serve(this::exchange);
        }
    }

    private boolean hasMore() throws IOException {
        in.mark(1);
        boolean more = in.read() >= 0;
        in.reset();
        return more;
    }

    private boolean exchange() throws IOException {
        WireReader reader = new WireReader(in, leniency);
        try {
            WireHead head = reader.head();
            return answer(head, new WireBody(reader, leniency, leniency.framing(head.headers())));
        } catch (Malformed e) {
            write(e.answer(), "", true);
        } catch (RuntimeException e) {
            // Never the case for a sound server; it is how one that throws shows.
            write(Answer.error(500, "internal error"), "", true);
        }
        linger();
        return false;
    }

    private boolean answer(WireHead head, WireBody body) throws IOException {
        Invitation source = new Invitation(body, head.expectsContinue());
        Answer answer = dispatcher.answer(head.request(notes), source);
        if (answer.equals(Answer.HANG_UP)) {
            return false;
        }
        boolean closing = answer.closes() || !head.keepsAlive() || source.waits || body.isBroken();
        write(answer, head.method(), closing);
        if (closing) {
            linger();
            return false;
        }
        return drained(body);
    }

    /** The body, for which the other side is first asked if it waits for that (RFC 9110 section 10.1.1). */
    private final class Invitation implements HttpRules.BodySource {
        private final WireBody body;
        private boolean waits;

        Invitation(WireBody body, boolean waits) {
            this.body = body;
            this.waits = waits;
        }

        @Override
        public InputStream stream() throws IOException {
            if (waits) {
                waits = false;
                out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
                out.flush();
            }
            return body;
        }

        @Override
        public Headers trailers() {
            return body.trailers();
        }
    }

    private void write(Answer answer, String method, boolean closing) throws IOException {
        byte[] body = answer.body().getBytes(UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " \r\n");
        head.append("Date: ").append(dispatcher.date()).append("\r\n");
        answer.headers()
                .forEach(h ->
                        head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
        if (answer.status() != 204) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: ").append(closing ? "close" : "keep-alive").append("\r\n\r\n");
        byte[] bytes = head.toString().getBytes(ISO_8859_1);
        out.write(method.equals("HEAD") ? bytes : Macs.joined(bytes, body));
        out.flush();
    }

    private static boolean drained(WireBody body) {
        try {
            discard(body, DRAIN_NANOS);
            return body.isWhole();
        } catch (IOException | RuntimeException e) {
            // It cannot be told where the next request begins.
            return false;
        }
    }

    /** Reads on for a while: closing with bytes unread would reset the connection, and the answer be lost. */
    private void linger() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(LINGER_MILLIS);
        try {
            discard(in, LINGER_NANOS);
        } catch (SocketTimeoutException e) {
            // Long enough.
        }
    }

    private static void discard(InputStream stream, long nanos) throws IOException {
        byte[] buffer = new byte[BUFFER_SIZE];
        long begun = System.nanoTime();
        long left = Server.MOST_DRAINED;
        int count = 0;
        while (count >= 0 && left > 0 && System.nanoTime() - begun < nanos) {
            count = stream.read(buffer);
            left -= count;
        }
    }
}
