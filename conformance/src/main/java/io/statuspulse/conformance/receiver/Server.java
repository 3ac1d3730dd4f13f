package io.statuspulse.conformance.receiver;

import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/** One Undertow listener with its own few daemon threads; put together by hand to see raw heads and to start fast. */
final class Server implements Listening {

    private static final int BUFFER_SIZE = 16 * 1024;

    // What is too long is read to its end, so that the answer arrives and is not lost in a reset; but not for ever.
    static final long MOST_DRAINED = 32L << 20;

    private static final int IO_THREADS = 2;
    private static final int WORKER_THREADS = 64;
    private static final int HEAD_MILLIS = 20_000;
    private static final int IDLE_MILLIS = 60_000;
    private static final int STOP_MILLIS = 2_000;

    private static final OptionMap WORKER_OPTIONS = OptionMap.builder()
            .set(Options.WORKER_NAME, "statuspulse-receiver")
            .set(Options.THREAD_DAEMON, true)
            .set(Options.WORKER_IO_THREADS, IO_THREADS)
            .set(Options.WORKER_TASK_CORE_THREADS, WORKER_THREADS)
            .set(Options.WORKER_TASK_MAX_THREADS, WORKER_THREADS)
            .getMap();
    private static final OptionMap SOCKET_OPTIONS = OptionMap.builder()
            .set(Options.TCP_NODELAY, true)
            .set(Options.REUSE_ADDRESSES, true)
            .set(Options.BACKLOG, 1_024)
            .getMap();
    private static final OptionMap HTTP_OPTIONS = OptionMap.builder()
            .set(UndertowOptions.BUFFER_PIPELINED_DATA, false)
            .set(UndertowOptions.MAX_ENTITY_SIZE, MOST_DRAINED)
            .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEAD_MILLIS)
            .set(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
            .getMap();

    private final XnioWorker worker;
    private final HttpOpenListener http;
    private final DefaultByteBufferPool buffers;
    private final AcceptingChannel<StreamConnection> accepting;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Server(
            XnioWorker worker,
            HttpOpenListener http,
            DefaultByteBufferPool buffers,
            AcceptingChannel<StreamConnection> accepting) {
        this.worker = worker;
        this.http = http;
        this.buffers = buffers;
        this.accepting = accepting;
        this.port = accepting.getLocalAddress(InetSocketAddress.class).getPort();
    }

    static Server start(String host, int port, HttpHandler handler, boolean rawHeads) {
        XnioWorker worker = worker(host, port);
        // Not direct: to free those Undertow uses a method that newer JDKs warn of on the console.
        DefaultByteBufferPool buffers = new DefaultByteBufferPool(false, BUFFER_SIZE);
        HttpOpenListener http = new HttpOpenListener(buffers, HTTP_OPTIONS);
        http.setRootHandler(new HttpContinueReadHandler(handler));
        ChannelListener<StreamConnection> opened = rawHeads ? recorded(http) : http;
        try {
            AcceptingChannel<StreamConnection> accepting = worker.createStreamConnectionServer(
                    new InetSocketAddress(host, port), ChannelListeners.openListenerAdapter(opened), SOCKET_OPTIONS);
            accepting.resumeAccepts();
            return new Server(worker, http, buffers, accepting);
        } catch (IOException e) {
            worker.shutdownNow();
            buffers.close();
            throw cannotListen(host, port, e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        // XNIO waits for ever when a channel is closed whose worker has ended.
        if (closed.getAndSet(true)) {
            return;
        }
        IoUtils.safeClose(accepting);
        http.closeConnections();
        worker.shutdownNow();
        try {
            if (worker.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
                buffers.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static XnioWorker worker(String host, int port) {
        try {
            return Xnio.getInstance("nio", Server.class.getClassLoader()).createWorker(WORKER_OPTIONS);
        } catch (IOException e) {
            throw cannotListen(host, port, e);
        }
    }

    private static ChannelListener<StreamConnection> recorded(HttpOpenListener http) {
        return connection -> {
            RawHead.record(connection);
            http.handleEvent(connection);
        };
    }

    static UncheckedIOException cannotListen(String host, int port, IOException e) {
        return new UncheckedIOException(
                "cannot listen on " + host + ", port " + port + ": " + e.getMessage() + " (0 takes any free port)", e);
    }
}
