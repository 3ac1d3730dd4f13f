package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;

/** The body of an answer: read up to one bound, kept up to a lower one (RFC 9112, 6). */
final class AnswerBody {
    private static final int KEPT = 64 * 1024;
    private static final int READ = 1024 * 1024;
    /** Chunk heads, chunk extensions and trailers are no body, and are bounded here. */
    private static final int ON_THE_WIRE = 8 * READ;

    private static final Http1Config TRAILERS =
            Http1Config.custom().setMaxHeaderCount(100).build();

    private final Wire wire;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long announced = ContentLengthStrategy.UNDEFINED;
    private long size;
    private boolean begun;

    AnswerBody(Wire wire) {
        this.wire = wire;
    }

    /** Reads the body to its end, as the head frames it. */
    void read(ClassicHttpResponse head) throws IOException, HttpException {
        begun = true;
        announced = DefaultContentLengthStrategy.INSTANCE.determineLength(head);
        wire.in().allow(ON_THE_WIRE, tooLarge("the body of the answer takes more than 8 MiB on the wire"));
        InputStream content = framed();
        byte[] part = new byte[4096];
        for (int got = content.read(part); got >= 0; got = content.read(part)) {
            kept.write(part, 0, Math.min(got, KEPT - kept.size()));
            size += got;
            if (size > READ) {
                throw new AnswerException(
                        Failure.Kind.ANSWER_TOO_LARGE, tooLarge("the body of the answer is larger than 1 MiB"));
            }
        }
        if (announced == ContentLengthStrategy.CHUNKED && wire.in().ended()) {
            throw new IOException(); // httpcore takes the connection's end for the end of the trailers.
        }
    }

    private String tooLarge(String what) {
        return what + " (" + wire.where() + ")";
    }

    private InputStream framed() {
        if (announced == ContentLengthStrategy.CHUNKED) {
            return new ChunkedInputStream(wire.buffer(), wire.in(), TRAILERS);
        }
        return announced >= 0
                ? new ContentLengthInputStream(wire.buffer(), wire.in(), announced)
                : new IdentityInputStream(wire.buffer(), wire.in());
    }

    /** Returns whether reading got as far as the body. */
    boolean begun() {
        return begun;
    }

    /** Returns how many bytes of the body came, of how many where that was announced. */
    String progress() {
        return announced >= 0 ? size + " of " + announced + " bytes" : size + " bytes";
    }

    Bytes kept() {
        return Bytes.of(kept.toByteArray());
    }

    /** Returns whether more came than is kept. */
    boolean cut() {
        return size > kept.size();
    }
}
