package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Bodies that are much larger, in one way or another, than what they are made of. */
final class Bulk {
    /** Deflate, no name, no time, unknown system (RFC 1952, 2.3). */
    private static final Bytes GZIP_HEAD = Bytes.of(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff});

    /** An empty block that says that it is the last (RFC 1951, 3.2.3). */
    private static final Bytes LAST_BLOCK = Bytes.of(new byte[] {3, 0});

    private Bulk() {}

    /** Adds fields at the end of a JSON object; member by member, a tree would grow with the square of their number. */
    static Bytes fields(Bytes body, int number, IntFunction<String> names) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < number; i++) {
            fields.append(",\"").append(names.apply(i)).append("\":").append(i);
        }
        int end = closingBrace(body);
        return body.slice(0, end).plus(Bytes.utf8(fields.toString())).plus(body.slice(end, body.size()));
    }

    /** The two letters of each pair, "Aa" or "BB", have the same hash, and so has every row of as many pairs. */
    static String collidingName(int index, int number) {
        int pairs = 32 - Integer.numberOfLeadingZeros(Math.max(1, number - 1));
        StringBuilder name = new StringBuilder(2 * pairs);
        for (int bit = pairs - 1; bit >= 0; bit--) {
            name.append((index >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    /** Compresses the body. */
    static Bytes gzip(Bytes body) {
        return gzip(body, ZeroDigits.of(0), Bytes.EMPTY);
    }

    /** Compresses the body, with a field of that many mebibytes of zero digits at its end. */
    static Bytes gzipBomb(Bytes body, int mebibytes) {
        int end = closingBrace(body);
        return gzip(
                body.slice(0, end).plus(Bytes.utf8(",\"x_zeros\":\"")),
                ZeroDigits.of(mebibytes),
                Bytes.utf8("\"").plus(body.slice(end, body.size())));
    }

    /** One member (RFC 1952), its deflated data stitched together at block borders. */
    private static Bytes gzip(Bytes before, ZeroDigits zeros, Bytes after) {
        CRC32 check = new CRC32();
        check.update(before.toArray());
        zeros.addTo(check);
        check.update(after.toArray());
        ByteBuffer trailer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        trailer.putInt((int) check.getValue());
        trailer.putInt((int) (before.size() + zeros.size() + after.size()));
        return GZIP_HEAD
                .plus(deflated(before, Deflater.SYNC_FLUSH))
                .plus(zeros.deflated())
                .plus(deflated(after, Deflater.FULL_FLUSH))
                .plus(LAST_BLOCK)
                .plus(Bytes.of(trailer.array()));
    }

    static Bytes deflated(Bytes plain, int flush) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(plain.toArray());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8 * 1024];
            for (int length = buffer.length; length == buffer.length; ) {
                length = deflater.deflate(buffer, 0, buffer.length, flush);
                out.write(buffer, 0, length);
            }
            return Bytes.of(out.toByteArray());
        } finally {
            deflater.end();
        }
    }

    private static int closingBrace(Bytes body) {
        for (int i = body.size() - 1; i >= 0; i--) {
            if (body.at(i) == '}') {
                return i;
            }
        }
        throw new NotComposableException("the body is no JSON object, to which a field could be added");
    }
}
