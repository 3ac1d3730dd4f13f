package io.statuspulse.conformance.start;

import java.nio.charset.StandardCharsets;

/** The end of what a process prints. Thread-safe. */
final class Tail {
    /** How much is kept, in bytes. */
    static final int MOST = 64 * 1024;

    private final byte[] ring = new byte[MOST];
    private long written;

    synchronized void add(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) (written++ % MOST)] = bytes[i];
        }
    }

    /** Returns it read as UTF-8; where the beginning is lost, it begins with a whole line if it holds one. */
    synchronized String text() {
        if (written <= MOST) {
            return new String(ring, 0, (int) written, StandardCharsets.UTF_8);
        }
        int oldest = (int) (written % MOST);
        byte[] kept = new byte[MOST];
        System.arraycopy(ring, oldest, kept, 0, MOST - oldest);
        System.arraycopy(ring, 0, kept, MOST - oldest, oldest);
        // Half of a line may begin with the second half of a secret, which nothing would recognize.
        String text = new String(kept, StandardCharsets.UTF_8);
        return text.substring(text.indexOf('\n') + 1);
    }
}
