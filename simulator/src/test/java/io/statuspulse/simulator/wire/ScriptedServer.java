package io.statuspulse.simulator.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A receiver on loopback that does on each connection what a script says, right or wrong. */
final class ScriptedServer implements AutoCloseable {

    /** What is done on one connection, which is closed afterwards. */
    interface Script {
        void serve(Peer peer) throws Exception;
    }

    private final ServerSocket listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    private final SSLContext tls;

    private ScriptedServer(SSLContext tls, Script... scripts) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.tls = tls;
        thread(() -> accept(scripts));
    }

    /** Serves the first connection by the first script and so on; the last script serves all that follow. */
    static ScriptedServer plain(Script... scripts) throws IOException {
        return new ScriptedServer(null, scripts);
    }

    /** The same over TLS; the handshake is made when a script first reads or writes. */
    static ScriptedServer secure(SSLContext context, Script... scripts) throws IOException {
        return new ScriptedServer(context, scripts);
    }

    /** A script that reads a request and sends that text, one byte for each char. */
    static Script answering(String answer) {
        return peer -> {
            peer.readRequest();
            peer.send(answer);
        };
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    Target target() {
        return Target.of("http://127.0.0.1:" + port() + "/webhook");
    }

    Target secureTarget(String host) {
        return Target.of("https://" + host + ":" + port() + "/webhook");
    }

    private void accept(Script... scripts) {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                Script script = scripts[Math.min(connections.getAndIncrement(), scripts.length - 1)];
                thread(() -> serve(script, socket));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Script script, Socket socket) {
        try (socket;
                Socket spoken = tls == null ? socket : layered(socket)) {
            script.serve(new Peer(spoken, socket, closing));
        } catch (Exception e) {
            // The transport went away, which many scripts provoke; what matters is asserted on its side.
        }
    }

    private Socket layered(Socket socket) throws IOException {
        SSLSocket layered = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
        layered.setUseClientMode(false);
        return layered;
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "scripted-server");
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
