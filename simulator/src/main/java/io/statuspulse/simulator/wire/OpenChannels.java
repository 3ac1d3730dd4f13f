package io.statuspulse.simulator.wire;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The channels of one transport that are open, so that closing the transport ends every exchange under way. */
final class OpenChannels implements AutoCloseable {
    private final Set<SocketChannel> channels = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    SocketChannel open() throws IOException {
        SocketChannel channel = SocketChannel.open();
        channels.add(channel);
        if (closed) {
            close(channel);
        }
        return channel;
    }

    /** Closes the channel; a thread that is blocked on it gets an exception. Never blocks, never throws. */
    void close(SocketChannel channel) {
        channels.remove(channel);
        try {
            channel.close();
        } catch (IOException e) {
            // The descriptor is released all the same, and there is nobody to tell.
        }
    }

    /** Returns why this side, not the receiver, ended what it was doing; null where it did not. */
    @Nullable
    Failure halted(String doing) {
        if (Thread.currentThread().isInterrupted()) {
            return new Failure(Failure.Kind.NOT_AWAITED, "the sending thread was interrupted while " + doing);
        }
        return closed ? new Failure(Failure.Kind.NOT_AWAITED, "the transport was closed while " + doing) : null;
    }

    @Override
    public void close() {
        closed = true;
        channels.forEach(this::close);
    }
}
