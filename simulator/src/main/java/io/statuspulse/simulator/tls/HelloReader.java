package io.statuspulse.simulator.tls;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the answer to a {@link ClientHello}: records, alerts, and handshake messages up to the client's turn.
 *
 * <p>A ServerHello alone is no agreement: a server may still find that it has no signature or group for it, and says so
 * with an alert right after. Only its ServerHelloDone shows that the client could go on (RFC 5246, 7.4.5).
 */
public final class HelloReader {
    private static final int SERVER_HELLO = 2;
    private static final int SERVER_HELLO_DONE = 14;
    private static final int LARGEST_MESSAGE = 128 * 1024;
    private static final int MOST_MESSAGES = 32;

    private final DataInputStream messages;
    private boolean helloCame;

    private HelloReader(InputStream in) {
        this.messages = new DataInputStream(new HandshakeStream(in));
    }

    /**
     * Reads an answer, within bounds on its size but not on its time.
     *
     * @throws IOException if the connection breaks in another way than by a close in order
     */
    public static HelloAnswer read(InputStream in) throws IOException {
        HelloReader reader = new HelloReader(in);
        try {
            return reader.flight();
        } catch (HandshakeStream.Ended end) {
            return end.answer();
        } catch (EOFException e) {
            return new HelloAnswer.Closed(false, reader.helloCame);
        } catch (IOException e) {
            throw reader.helloCame ? new AfterHello(e) : e;
        }
    }

    private HelloAnswer flight() throws IOException {
        int version = 0;
        CipherSuite suite = CipherSuites.of(0);
        for (int message = 0; message < MOST_MESSAGES; message++) {
            int type = messages.readUnsignedByte();
            int size = (messages.readUnsignedByte() << 16) | messages.readUnsignedShort();
            if (size > LARGEST_MESSAGE) {
                return new HelloAnswer.NotTls("a handshake message claims " + size + " bytes");
            }
            byte[] body = new byte[size];
            messages.readFully(body);
            if (type == SERVER_HELLO && !helloCame) {
                int sessionId = size > 34 ? body[34] & 0xff : 0;
                if (size < 38 + sessionId) {
                    return new HelloAnswer.NotTls("a ServerHello of " + size + " bytes is too short");
                }
                version = u16(body, 0);
                suite = CipherSuites.of(u16(body, 35 + sessionId));
                helloCame = true;
            } else if (type == SERVER_HELLO_DONE && helloCame) {
                return new HelloAnswer.Agreed(version, suite);
            } else if (!helloCame && type != 0) {
                return new HelloAnswer.NotTls("the handshake begins with a message of type " + type);
            }
        }
        return new HelloAnswer.NotTls("more than " + MOST_MESSAGES + " handshake messages came");
    }

    private static int u16(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    /** The connection broke after the server had said hello. */
    public static final class AfterHello extends IOException {
        AfterHello(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
