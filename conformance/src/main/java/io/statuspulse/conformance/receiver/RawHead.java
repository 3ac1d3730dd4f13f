package io.statuspulse.conformance.receiver;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.StreamConnection;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/** Keeps the bytes of a connection as they come in, because Undertow's parser trims what it hands on. */
final class RawHead extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private static final int MOST = 256 * 1024;

    private final StringBuilder bytes = new StringBuilder();

    private RawHead(StreamSourceConduit next) {
        super(next);
    }

    static void record(StreamConnection connection) {
        connection
                .getSourceChannel()
                .setConduit(new RawHead(connection.getSourceChannel().getConduit()));
    }

    /** What came in since the last call, one character a byte; empty where nothing is recorded. */
    static String taken(StreamSourceConduit conduit) {
        return conduit instanceof RawHead recorder ? recorder.take() : "";
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int start = target.position();
        int count = super.read(target);
        synchronized (bytes) {
            for (int i = start; i < target.position() && bytes.length() < MOST; i++) {
                bytes.append((char) (target.get(i) & 0xFF));
            }
        }
        return count;
    }

    private String take() {
        synchronized (bytes) {
            String all = bytes.toString();
            bytes.setLength(0);
            return all;
        }
    }
}
