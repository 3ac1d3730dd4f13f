package io.statuspulse.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A body that comes in pieces, as it does over a network: whoever takes the first for the whole is found out. */
final class NetworkStream extends ServletInputStream {
    /** What a container's buffer holds. */
    private static final int PIECE = 8 * 1024;

    private final ServletInputStream whole;

    NetworkStream(ServletInputStream whole) {
        this.whole = whole;
    }

    @Override
    public int read() throws IOException {
        return whole.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return whole.read(target, offset, Math.min(length, PIECE));
    }

    @Override
    public int available() throws IOException {
        return Math.min(whole.available(), PIECE);
    }

    @Override
    public boolean isFinished() {
        return whole.isFinished();
    }

    @Override
    public boolean isReady() {
        return whole.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        whole.setReadListener(listener);
    }
}
