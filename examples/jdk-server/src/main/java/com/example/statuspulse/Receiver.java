package com.example.statuspulse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Receives StatusPulse webhooks on the JDK's own HTTP server; put a proxy that speaks TLS before it. */
public final class Receiver implements AutoCloseable {
    private static final String PATH = "/webhook/statuspulse";
    private static final int MOST_BYTES = 1 << 20;

    static {
        // On JDK 17 every answer on a reused connection waits 40 ms for the client's delayed acknowledgement without
        // it.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // In seconds. Without it a client that sends half of a request holds a thread for ever.
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(64);
    private final Signatures signatures;
    private final Consumer<JsonNode> work;

    // In production a table with event_id as its key, written in the transaction of the work: memory ends with the
    // process.
    private final Map<String, Boolean> processed = new ConcurrentHashMap<>();

    /** Listens on that port of this machine, or on any free one where it is 0. */
    public Receiver(int port, List<String> secrets, Consumer<JsonNode> work) throws IOException {
        this.signatures = new Signatures(secrets, Clock.systemUTC());
        this.work = work;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads); // Without one a single slow client holds up all others.
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status;
            try {
                status = handle(exchange);
            } catch (RuntimeException e) {
                e.printStackTrace(); // The work failed: a 500 makes the provider send the event again.
                status = 500;
            }
            byte[] text = (status == 200 ? "ok" : "refused").getBytes(StandardCharsets.UTF_8);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head ? -1 : text.length);
            if (!head) {
                exchange.getResponseBody().write(text);
            }
        }
    }

    private int handle(HttpExchange exchange) throws IOException {
        // A context takes whatever begins with its path, so the path is compared here.
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            return 404;
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return 405;
        }
        if (!isJson(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            return 415;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1); // Unsigned so far: anybody's, of any size.
        if (body.length > MOST_BYTES) {
            return 413;
        }
        // Verified before it is parsed or remembered; one answer for every cause, so that it helps nobody who guesses.
        if (!signatures.hold(
                headers(exchange, "X-StatusPulse-Timestamp"), headers(exchange, "X-StatusPulse-Signature"), body)) {
            return 401;
        }
        Optional<JsonNode> event = Events.read(body);
        if (event.isEmpty()) {
            return 422;
        }
        // Atomic: of copies that arrive together one does the work, and the others wait for it.
        // If it throws nothing is remembered, and the next attempt does it.
        processed.computeIfAbsent(event.get().path("event_id").stringValue(), id -> {
            work.accept(event.get());
            return true;
        });
        return 200;
    }

    private static List<String> headers(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getOrDefault(name, List.of());
    }

    /** Media types are compared without parameters and without regard to case. */
    private static boolean isJson(String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Starts it on the port that is given, with secrets from the environment: never in code, nor on a command line. */
    public static void main(String... args) throws IOException {
        if (args.length != 1 || !args[0].matches("[0-9]{1,5}") || Integer.parseInt(args[0]) > 65_535) {
            System.err.println("usage: Receiver PORT, with STATUSPULSE_SECRET in the environment");
            System.exit(2);
        }
        Receiver receiver = new Receiver(Integer.parseInt(args[0]), secrets(System.getenv()), System.out::println);
        System.out.println("listening on " + receiver.url());
    }

    /** The secret in force and, while a rotation's overlap lasts, the one before it. */
    static List<String> secrets(Map<String, String> environment) {
        return Stream.of("STATUSPULSE_SECRET", "STATUSPULSE_PREVIOUS_SECRET")
                .filter(name -> name.equals("STATUSPULSE_SECRET") || environment.containsKey(name))
                .map(name -> {
                    String secret = environment.getOrDefault(name, "");
                    // Set and blank is a deployment gone wrong, which is better told now than by rejected deliveries.
                    if (secret.isBlank()) {
                        throw new IllegalStateException(name + " is missing or blank");
                    }
                    return secret;
                })
                .toList();
    }
}
