package io.statuspulse.simulator.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;

/**
 * A connected socket, with TLS layered on it where the endpoint wants it, and what was read from it but not yet parsed.
 *
 * <p>The socket is that of a channel, because a thread that is blocked on a channel can be interrupted.
 */
final class Wire {
    private static final int BUFFER = 8 * 1024;
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(1);

    private final String where;
    private final SocketChannel channel;
    private final Socket socket;
    private final OpenChannels channels;
    private final OutputStream out;
    private final AnswerStream in;
    private final SessionInputBufferImpl buffer = new SessionInputBufferImpl(BUFFER, AnswerReader.HEAD_LIMIT);

    /**
     * @param where host and port, for words
     * @param channel the channel below
     * @param socket the channel's own socket, or the TLS socket layered on it
     */
    Wire(String where, SocketChannel channel, Socket socket, OpenChannels channels) throws IOException {
        this.where = where;
        this.channel = channel;
        this.socket = socket;
        this.channels = channels;
        this.out = socket.getOutputStream();
        this.in = new AnswerStream(socket.getInputStream());
    }

    String where() {
        return where;
    }

    OpenChannels channels() {
        return channels;
    }

    Socket socket() {
        return socket;
    }

    OutputStream out() {
        return out;
    }

    AnswerStream in() {
        return in;
    }

    SessionInputBufferImpl buffer() {
        return buffer;
    }

    private boolean secure() {
        return socket != channel.socket();
    }

    /**
     * Returns whether another delivery may be tried on this connection: it is open, and nothing came that no delivery
     * asked for (a receiver that tires of waiting sends 408, or ends TLS, before it closes).
     */
    boolean quiet() {
        if (buffer.hasBufferedData()) {
            return false;
        }
        try {
            channel.configureBlocking(false);
            int read = channel.read(ByteBuffer.allocate(1));
            channel.configureBlocking(true);
            return read == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits for a byte of an answer, or the connection's end, and returns whether one of them came in time. */
    boolean awaitByte(Duration atMost) throws IOException {
        if (buffer.hasBufferedData()) {
            return true;
        }
        // Rounded up: a wait that ends before its time would count as one.
        long millis = atMost.plusNanos(999_999).toMillis();
        channel.socket().setSoTimeout((int) Math.min(Integer.MAX_VALUE, Math.max(1, millis)));
        try {
            buffer.fillBuffer(in);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            if (channel.isOpen()) {
                channel.socket().setSoTimeout(0);
            }
        }
    }

    /** Returns whether the receiver ends the connection in that time, and sends nothing more before. */
    boolean endsWithin(Duration atMost) {
        try {
            return awaitByte(atMost) && !buffer.hasBufferedData();
        } catch (IOException e) {
            return true;
        }
    }

    /** Returns whether bytes of an answer are there to be read without waiting. */
    boolean answerWaits() {
        try {
            InputStream raw = channel.socket().getInputStream();
            // Below TLS, what waits may be anything, such as a session ticket.
            return !secure() && (buffer.hasBufferedData() || raw.available() > 0);
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends a blocked write; without TLS, an answer that has come can still be read. */
    void stopWriting() {
        if (secure()) {
            abort();
            return;
        }
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            abort();
        }
    }

    /** Ends this side's half of the connection, and returns whether it still was there to be ended. */
    boolean endOutput() {
        try {
            socket.shutdownOutput();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Closes the socket below TLS: TLS wants to say goodbye, which blocks where the receiver does not read. */
    void abort() {
        channels.close(channel);
    }

    /** Closes the connection in order. */
    void close(Watchdog watchdog) {
        if (secure() && channel.isOpen()) {
            Watchdog.Watch watch = watchdog.watch(LONGEST_GOODBYE, this::abort);
            try {
                socket.close();
            } catch (IOException e) {
                // The receiver was faster; abort() below releases the socket.
            } finally {
                watch.stop();
            }
        }
        abort();
    }
}
