package io.statuspulse.tlsfixtures;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsServerProtocol;

/** How a front speaks TLS on a connection that it accepted. */
public interface Secured {
    /** What remains of a connection once TLS is on it. */
    record Plain(InputStream in, OutputStream out) {}

    /**
     * Makes the server's side of the handshake.
     *
     * @param begun what was read from the connection already
     */
    Plain over(Socket socket, byte[] begun) throws IOException;

    /**
     * The JDK's TLS.
     *
     * @param versions by their names in the JDK
     */
    static Secured jdk(Identity identity, String... versions) {
        SSLContext context = identity.context();
        return (socket, begun) -> {
            SSLSocket secured =
                    (SSLSocket) context.getSocketFactory().createSocket(socket, new ByteArrayInputStream(begun), true);
            SSLParameters parameters = secured.getSSLParameters();
            if (versions.length > 0) {
                parameters.setProtocols(versions);
            }
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return new Plain(secured.getInputStream(), secured.getOutputStream());
        };
    }

    /** Bouncy Castle's TLS, of old versions or weak suites too; the identity has an RSA key. */
    static Secured old(Identity identity, List<ProtocolVersion> versions, int... suites) {
        return (socket, begun) -> {
            InputStream in = new java.io.SequenceInputStream(new ByteArrayInputStream(begun), socket.getInputStream());
            TlsServerProtocol protocol = new TlsServerProtocol(in, socket.getOutputStream());
            protocol.accept(new OldServer(identity, versions.toArray(ProtocolVersion[]::new), suites));
            return new Plain(protocol.getInputStream(), protocol.getOutputStream());
        };
    }
}
