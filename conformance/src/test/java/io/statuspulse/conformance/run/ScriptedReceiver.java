package io.statuspulse.conformance.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A receiver on loopback that verifies correctly and then answers as a script says. */
final class ScriptedReceiver implements AutoCloseable {
    private static final Pattern EVENT_ID = Pattern.compile("\"event_id\":\\s*\"(evt_[0-9a-f]+)\"");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    /** What the script may do. */
    @FunctionalInterface
    interface Script {
        Reply answer(Request request) throws Exception;
    }

    /**
     * A request as the script sees it.
     *
     * @param genuine whether it is rightly signed and fresh
     * @param eventId the id in its body; empty where there is none
     */
    record Request(ScriptedReceiver receiver, HttpExchange exchange, String body, boolean genuine, String eventId) {

        /** Whether it was sent for the scenario of that id, control and look afterwards included. */
        boolean isFor(String scenarioId) {
            return header("User-Agent").contains("(" + scenarioId + ")");
        }

        String header(String name) {
            String value = exchange.getRequestHeaders().getFirst(name);
            return value == null ? "" : value;
        }

        /** Answers as a correct receiver does, and processes what is genuine once. */
        Reply correctly() {
            if (genuine && !eventId.isEmpty()) {
                receiver.effects.putIfAbsent(eventId, 1);
            }
            return genuine ? Reply.OK : Reply.UNAUTHORIZED;
        }

        /** Counts the event as processed once more. */
        void process() {
            if (!eventId.isEmpty()) {
                receiver.effects.merge(eventId, 1, Integer::sum);
            }
        }

        /** Lets the sender wait until the receiver is closed. */
        Reply never() throws InterruptedException {
            synchronized (receiver.closed) {
                while (!receiver.closed[0]) {
                    receiver.closed.wait();
                }
            }
            return Reply.OK;
        }
    }

    /** What comes back. */
    record Reply(int status, Map<String, String> headers, String body) {
        static final Reply OK = new Reply(200, Map.of(), "");
        static final Reply UNAUTHORIZED = new Reply(401, Map.of(), "no");

        static Reply of(int status) {
            return new Reply(status, Map.of(), "");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Threads.daemon("scripted"));
    private final Map<String, Integer> effects = new ConcurrentHashMap<>();
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final boolean[] closed = new boolean[1];

    private ScriptedReceiver(Script script) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, script));
        server.start();
    }

    static ScriptedReceiver start(Script script) {
        try {
            return new ScriptedReceiver(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A receiver that does everything right. */
    static ScriptedReceiver correct() {
        return start(Request::correctly);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhook/statuspulse";
    }

    int effects(String eventId) {
        return effects.getOrDefault(eventId, 0);
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Ends it at once, as a crash would: nothing in flight is answered, and nobody listens any more. */
    void die() {
        server.stop(0);
        // The kernel goes on to take connections until the server's selector has let go.
        Awaitility.await().until(() -> {
            try (Socket socket = new Socket()) {
                socket.connect(server.getAddress());
                return false;
            } catch (ConnectException e) {
                return true;
            }
        });
    }

    private void answer(HttpExchange exchange, Script script) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Matcher id = EVENT_ID.matcher(new String(body, StandardCharsets.UTF_8));
        Request request = new Request(
                this,
                exchange,
                new String(body, StandardCharsets.ISO_8859_1),
                isGenuine(exchange, body),
                id.find() ? id.group(1) : "");
        requests.add(request);
        try {
            Reply reply = script.answer(request);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] text = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            exchange.close();
        }
    }

    private static boolean isGenuine(HttpExchange exchange, byte[] body) {
        List<String> signatures = exchange.getRequestHeaders().getOrDefault("X-StatusPulse-Signature", List.of());
        List<String> timestamps = exchange.getRequestHeaders().getOrDefault("X-StatusPulse-Timestamp", List.of());
        if (signatures.size() != 1 || timestamps.size() != 1 || !isFresh(timestamps.get(0))) {
            return false;
        }
        return Runs.signatures(timestamps.get(0), body).contains(signatures.get(0));
    }

    private static boolean isFresh(String timestamp) {
        return SECONDS.matcher(timestamp).matches()
                && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) <= 300;
    }

    @Override
    public void close() {
        synchronized (closed) {
            closed[0] = true;
            closed.notifyAll();
        }
        server.stop(0);
        threads.shutdownNow();
    }
}
