package io.statuspulse.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A receiver on loopback that does on each connection what a script says, and counts what it got rid of. */
final class MisbehavingServer implements AutoCloseable {
    /** The backlog of a listener that still takes connections. */
    private static final int ROOM = 200;

    /** What is done on one connection, which is closed afterwards. */
    interface Script {
        void serve(MisbehavingPeer peer) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicLong mostWritten = new AtomicLong();

    private MisbehavingServer(int backlog) throws IOException {
        this.listener = new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
    }

    static MisbehavingServer start(Script script) throws IOException {
        return start(script, Integer.MAX_VALUE, ROOM);
    }

    /** Accepts that many connections; the others wait in the backlog until it is full. */
    static MisbehavingServer start(Script script, int most, int backlog) throws IOException {
        MisbehavingServer server = new MisbehavingServer(backlog);
        thread(() -> server.accept(script, most));
        return server;
    }

    int port() {
        return listener.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    int connections() {
        return connections.get();
    }

    /** Returns the most bytes that one connection took. */
    long mostWritten() {
        return mostWritten.get();
    }

    /** Counts answers over all connections; the first one is 1. */
    int nextAnswer() {
        return answers.incrementAndGet();
    }

    void written(long size) {
        mostWritten.accumulateAndGet(size, Math::max);
    }

    CountDownLatch closing() {
        return closing;
    }

    private void accept(Script script, int most) {
        try {
            for (int i = 0; i < most; i++) {
                Socket socket = listener.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                thread(() -> serve(script, socket));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Script script, Socket socket) {
        try (socket) {
            script.serve(new MisbehavingPeer(this, socket));
        } catch (IOException e) {
            // The kit went away, which is what most scripts are after.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(socket);
        }
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "misbehaving-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
