package io.statuspulse.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.statuspulse.simulator.bytes.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver on loopback that checks signatures on its own and keeps what it received. */
final class CheckingReceiver implements AutoCloseable {

    /**
     * A request as it came.
     *
     * @param headers by name, whatever its case
     */
    record Received(String requestLine, Map<String, String> headers, Bytes body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private final String secret;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private CheckingReceiver(String secret) throws IOException {
        this.secret = secret;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/hook", this::answer);
        server.start();
    }

    static CheckingReceiver start(String secret) throws IOException {
        return new CheckingReceiver(secret);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    List<Received> received() {
        return received;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Bytes body = Bytes.of(exchange.getRequestBody().readAllBytes());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + exchange.getProtocol();
        Received request = new Received(line, headers, body);
        received.add(request);
        exchange.sendResponseHeaders(holds(request) ? 200 : 401, -1);
        exchange.close();
    }

    private boolean holds(Received request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((request.header("X-StatusPulse-Timestamp") + ".").getBytes(StandardCharsets.ISO_8859_1));
            String expected =
                    HexFormat.of().formatHex(mac.doFinal(request.body().toArray()));
            return expected.equals(request.header("X-StatusPulse-Signature"));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
