package io.statuspulse.tlsfixtures;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ends TLS on loopback and passes what is inside on to a receiver, byte for byte. */
public final class TlsFront implements AutoCloseable {
    private static final int HANDSHAKE = 22;

    private final ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Secured secured;
    private final int upstream;
    /** Where plain HTTP goes; 0 for nowhere. */
    private final int plainUpstream;

    private TlsFront(Secured secured, int upstream, int plainUpstream) throws IOException {
        this.secured = secured;
        this.upstream = upstream;
        this.plainUpstream = plainUpstream;
        start(this::accept);
    }

    /** Passes on to that port of loopback. */
    public static TlsFront to(int upstream, Secured secured) throws IOException {
        return new TlsFront(secured, upstream, 0);
    }

    /** Passes on plain HTTP too, on the same port. */
    public static TlsFront alsoPlain(int upstream, Secured secured) throws IOException {
        return new TlsFront(secured, upstream, upstream);
    }

    /** Passes plain HTTP on to another port of loopback. */
    public static TlsFront plainElsewhere(int upstream, int plainUpstream, Secured secured) throws IOException {
        return new TlsFront(secured, upstream, plainUpstream);
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            // The front is closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            int first = socket.getInputStream().read();
            if (first < 0) {
                return;
            }
            byte[] begun = {(byte) first};
            boolean plain = plainUpstream > 0 && first != HANDSHAKE;
            Secured.Plain inside = plain
                    ? new Secured.Plain(socket.getInputStream(), socket.getOutputStream())
                    : secured.over(socket, begun);
            try (Socket receiver = new Socket(InetAddress.getLoopbackAddress(), plain ? plainUpstream : upstream)) {
                sockets.add(receiver);
                receiver.setTcpNoDelay(true);
                if (plain) {
                    receiver.getOutputStream().write(begun);
                }
                Thread back = start(() -> pass(receiver, inside.out(), socket));
                copy(inside.in(), receiver.getOutputStream());
                receiver.shutdownOutput();
                back.join();
            }
        } catch (IOException e) {
            // A handshake that fails is what most tests are about.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Socket from, OutputStream to, Socket client) {
        try (client;
                to) {
            copy(from.getInputStream(), to);
        } catch (IOException e) {
            // One side is gone; the other one is closed with it.
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] part = new byte[8192];
        for (int got = from.read(part); got >= 0; got = from.read(part)) {
            to.write(part, 0, got);
            to.flush();
        }
    }

    private static Thread start(Runnable task) {
        Thread thread = new Thread(task, "tls-front");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
