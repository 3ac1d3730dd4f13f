package com.example.statuspulse;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Receives StatusPulse webhooks on Javalin; put a proxy that speaks TLS before it. */
public final class Receiver implements AutoCloseable {
    private static final String PATH = "/webhook/statuspulse";
    private static final int MOST_BYTES = 1 << 20;

    private final Javalin server;
    private final Signatures signatures;
    private final Consumer<JsonNode> work;

    // In production a table with event_id as its key, written in the transaction of the work: memory ends with the
    // process.
    private final Map<String, Boolean> processed = new ConcurrentHashMap<>();

    /** Listens on that port of this machine, or on any free one where it is 0. */
    public Receiver(int port, List<String> secrets, Consumer<JsonNode> work) {
        this.signatures = new Signatures(secrets, Clock.systemUTC());
        this.work = work;
        this.server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.http.prefer405over404 = true; // Another method is told that it is the method.
                    config.routes.post(PATH, context -> context.status(handle(context)));
                })
                .start("127.0.0.1", port);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port() + PATH);
    }

    private int handle(Context context) {
        // Javalin takes X-HTTP-Method-Override for the method, and so calls this for a GET that has it.
        if (!context.req().getMethod().equals("POST")) {
            return 405;
        }
        // Not context.contentType(): Jetty throws there where it does not know the charset.
        if (!isJson(context.header("Content-Type"))) {
            return 415;
        }
        byte[] body;
        try {
            // Not bodyAsClass, whose object has another signature once it is written again. Unsigned so far: bounded.
            body = context.req().getInputStream().readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            return 400; // It broke off, or its framing is wrong: nothing of ours, so no 5xx.
        }
        if (body.length > MOST_BYTES) {
            return 413;
        }
        // Verified before it is parsed or remembered; one answer for every cause, so that it helps nobody who guesses.
        if (!signatures.hold(
                headers(context, "X-StatusPulse-Timestamp"), headers(context, "X-StatusPulse-Signature"), body)) {
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

    /** All of them: context.header(name) is the first of two, which somebody else may have put there. */
    private static List<String> headers(Context context, String name) {
        return Collections.list(context.req().getHeaders(name));
    }

    /** Media types are compared without parameters and without regard to case. */
    private static boolean isJson(String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Starts it on the port that is given, with secrets from the environment: never in code, nor on a command line. */
    public static void main(String... args) {
        String secret = System.getenv().getOrDefault("STATUSPULSE_SECRET", "");
        String previous = System.getenv("STATUSPULSE_PREVIOUS_SECRET"); // While a rotation's overlap lasts.
        if (args.length != 1 || !args[0].matches("[0-9]{1,5}") || secret.isBlank()) {
            System.err.println("usage: Receiver PORT, with STATUSPULSE_SECRET in the environment");
            System.exit(2);
        }
        List<String> secrets = previous == null ? List.of(secret) : List.of(secret, previous);
        Receiver receiver = new Receiver(Integer.parseInt(args[0]), secrets, System.out::println);
        System.out.println("listening on " + receiver.url());
    }
}
