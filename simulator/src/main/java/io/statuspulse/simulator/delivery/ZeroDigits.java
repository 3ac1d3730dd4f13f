package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Mebibytes of the digit zero, packed: never in memory as they are, and packed once.
 *
 * @param mebibytes how many
 * @param deflated what they deflate to, in whole bytes and with no last block
 */
record ZeroDigits(int mebibytes, Bytes deflated) {
    private static final int MEBIBYTE = 1 << 20;
    private static final ZeroDigits NONE = new ZeroDigits(0, Bytes.EMPTY);
    private static final Map<Integer, ZeroDigits> KNOWN = new ConcurrentHashMap<>();

    /** Made where it is wanted: it takes its time in a JVM that was just started. */
    private static final class Mebibyte {
        static final byte[] BYTES = "0".repeat(MEBIBYTE).getBytes(StandardCharsets.US_ASCII);
    }

    static ZeroDigits of(int mebibytes) {
        return mebibytes == 0 ? NONE : KNOWN.computeIfAbsent(mebibytes, ZeroDigits::deflate);
    }

    long size() {
        return (long) mebibytes * MEBIBYTE;
    }

    void addTo(CRC32 check) {
        for (int i = 0; i < mebibytes; i++) {
            check.update(Mebibyte.BYTES);
        }
    }

    private static ZeroDigits deflate(int mebibytes) {
        // Each mebibyte is flushed fully, refers to nothing before it, and so packs like every other.
        byte[] one =
                Bulk.deflated(Bytes.of(Mebibyte.BYTES), Deflater.FULL_FLUSH).toArray();
        ByteArrayOutputStream all = new ByteArrayOutputStream(one.length * mebibytes);
        for (int i = 0; i < mebibytes; i++) {
            all.writeBytes(one);
        }
        return new ZeroDigits(mebibytes, Bytes.of(all.toByteArray()));
    }
}
