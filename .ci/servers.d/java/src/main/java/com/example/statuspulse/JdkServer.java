package com.example.statuspulse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The example as it stands, and on a port of their own the effects: PORT and CONTROL-PORT, at 127.0.0.1. */
final class JdkServer {
    private JdkServer() {}

    public static void main(String... args) throws IOException {
        Inside inside = new Inside();
        new Receiver(Integer.parseInt(args[0]), Receiver.secrets(System.getenv()), inside);
        HttpServer control =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1])), 0);
        control.createContext("/effects/", exchange -> {
            int count = inside.effects(after(exchange, "/effects/"));
            write(exchange, 200, "{\"count\":" + count + "}");
        });
        control.createContext("/state/", exchange -> {
            var status = inside.state(after(exchange, "/state/"));
            write(exchange, status.isPresent() ? 200 : 404, "{\"status\":\"" + status.orElse("") + "\"}");
        });
        control.createContext("/failures/", exchange -> {
            inside.failNext(after(exchange, "/failures/"));
            write(exchange, 200, "{}");
        });
        control.start();
    }

    private static String after(HttpExchange exchange, String prefix) {
        return exchange.getRequestURI().getPath().substring(prefix.length());
    }

    private static void write(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
