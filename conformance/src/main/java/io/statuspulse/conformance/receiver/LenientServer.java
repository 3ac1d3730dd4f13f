package io.statuspulse.conformance.receiver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A small HTTP/1.1 server for the defects that lie in how HTTP is read, which a sound server does not have.
 *
 * <p>Correct unless its {@link Leniency} is not; a thread for each connection.
 */
final class LenientServer implements Listening {

    private static final int BACKLOG = 1_024;
    private static final int STOP_MILLIS = 2_000;

    private final ServerSocket listener;
    private final Leniency leniency;
    private final Dispatcher dispatcher;
    private final Semaphore places;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(LenientServer::daemon);

    private LenientServer(ServerSocket listener, Leniency leniency, Dispatcher dispatcher) {
        this.listener = listener;
        this.leniency = leniency;
        this.dispatcher = dispatcher;
        places = new Semaphore(leniency.mostConnections());
    }

    static LenientServer start(String host, int port, Leniency leniency, Dispatcher dispatcher) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(host, port), BACKLOG);
            LenientServer server = new LenientServer(listener, leniency, dispatcher);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw Server.cannotListen(host, port, e);
        }
    }

    @Override
    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close port " + port(), e);
        }
        closeConnections();
        try {
            // The port is taken for as long as a thread waits for connections to it.
            threads.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeConnections() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                // It was to be closed, and it is of no more use.
            }
        }
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                places.acquire();
                Socket socket = listener.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException | RejectedExecutionException e) {
            // Closed.
            closeConnections();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new WireConnection(socket, leniency, dispatcher).serve();
        } catch (IOException e) {
            // The other side has gone or sent nothing for too long: there is nobody to tell.
        } finally {
            open.remove(socket);
            places.release();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "statuspulse-receiver-connection");
        thread.setDaemon(true);
        return thread;
    }
}
