package io.statuspulse.simulator.tls;

import io.statuspulse.simulator.delivery.Printable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The content of handshake records, one after the other: messages may share a record or be spread over several. */
final class HandshakeStream extends InputStream {
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int WARNING = 1;
    private static final int CLOSE_NOTIFY = 0;
    /** The largest record that any version allows (RFC 5246, 6.2.3). */
    private static final int LARGEST_RECORD = (1 << 14) + 2048;

    private static final int MOST_RECORDS = 512;
    private static final int SHOWN = 40;

    private final InputStream in;
    private byte[] content = new byte[0];
    private int at;
    private int records;

    HandshakeStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        while (at == content.length) {
            nextRecord();
        }
        return content[at++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        target[offset] = (byte) read();
        int more = Math.min(length - 1, content.length - at);
        System.arraycopy(content, at, target, offset + 1, more);
        at += more;
        return 1 + more;
    }

    private void nextRecord() throws IOException {
        byte[] head = in.readNBytes(5);
        if (head.length == 0) {
            throw new EOFException();
        }
        if (!isRecord(head)) {
            throw new Ended(new HelloAnswer.NotTls("it begins with '" + printable(head) + "'"));
        }
        if (head.length < 5) {
            throw new EOFException();
        }
        int size = ((head[3] & 0xff) << 8) | (head[4] & 0xff);
        if (size > LARGEST_RECORD || ++records > MOST_RECORDS) {
            throw new Ended(new HelloAnswer.NotTls(
                    size > LARGEST_RECORD ? "a record claims " + size + " bytes" : "more than 512 records came"));
        }
        byte[] body = in.readNBytes(size);
        if (body.length < size) {
            throw new EOFException();
        }
        take(head[0], body);
    }

    private void take(int type, byte[] body) throws Ended {
        if (type == HANDSHAKE) {
            content = body;
            at = 0;
        } else if (body.length != 2) {
            throw new Ended(new HelloAnswer.NotTls("an alert of " + body.length + " bytes came"));
        } else if (body[0] != WARNING || body[1] == CLOSE_NOTIFY) {
            throw new Ended(new HelloAnswer.Alert(body[1] & 0xff));
        }
    }

    private static boolean isRecord(byte[] head) {
        return (head[0] == ALERT || head[0] == HANDSHAKE) && (head.length == 1 || head[1] == 3);
    }

    private String printable(byte[] head) throws IOException {
        byte[] more = in.readNBytes(Math.min(SHOWN, Math.max(0, in.available())));
        byte[] shown = Arrays.copyOf(head, head.length + more.length);
        System.arraycopy(more, 0, shown, head.length, more.length);
        return Printable.of(new String(shown, StandardCharsets.ISO_8859_1));
    }

    /** The answer is known, and nothing more needs to be read. */
    static final class Ended extends IOException {
        private final transient HelloAnswer answer;

        Ended(HelloAnswer answer) {
            super(answer.words());
            this.answer = answer;
        }

        HelloAnswer answer() {
            return answer;
        }
    }
}
