package io.statuspulse.conformance.inprocess;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.inprocess.RequestHeaders;
import io.statuspulse.simulator.inprocess.Verifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A verifier behind a server on loopback, which answers 200, 401, or 500 where the verifier throws. */
final class BehindServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private BehindServer(Verifier verifier) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, verifier));
        server.start();
    }

    static BehindServer start(Verifier verifier) throws IOException {
        return new BehindServer(verifier);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhook/statuspulse";
    }

    private static void answer(HttpExchange exchange, Verifier verifier) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        List<HeaderLine> lines = new ArrayList<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> values.forEach(value -> lines.add(new HeaderLine(name, value))));
        exchange.sendResponseHeaders(status(verifier, new RequestHeaders(lines), body), -1);
        exchange.close();
    }

    private static int status(Verifier verifier, RequestHeaders headers, byte[] body) {
        try {
            return verifier.accepts(headers, body) ? 200 : 401;
        } catch (Exception e) {
            return 500;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
