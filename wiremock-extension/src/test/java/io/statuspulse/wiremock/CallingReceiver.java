package io.statuspulse.wiremock;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A receiver on the JDK's server that verifies without the kit, and for each event that it processes calls something that
 * answers with a status.
 */
public final class CallingReceiver implements AutoCloseable {
    private static final Pattern EVENT_ID = Pattern.compile("\"event_id\":\\s*\"(evt_[0-9a-f]{12})\"");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final ToIntFunction<String> call;
    private final boolean remembers;

    private CallingReceiver(ToIntFunction<String> call, boolean remembers) throws IOException {
        this.call = call;
        this.remembers = remembers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(threads);
        server.createContext(Runs.PATH, this::answer);
        server.start();
    }

    /** One that does everything right, and calls once for each event. */
    public static CallingReceiver correct(ToIntFunction<String> call) {
        return start(call, true);
    }

    /** One that processes every delivery, so that duplicates have effects too. */
    static CallingReceiver forgetful(ToIntFunction<String> call) {
        return start(call, false);
    }

    private static CallingReceiver start(ToIntFunction<String> call, boolean remembers) {
        try {
            return new CallingReceiver(call, remembers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + Runs.PATH;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            int status = isGenuine(exchange.getRequestHeaders(), body) ? process(body) : 401;
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int process(byte[] body) {
        String event = new String(body, StandardCharsets.UTF_8);
        Matcher id = EVENT_ID.matcher(event);
        if (!id.find() || !event.contains("\"current_status\"")) {
            return 400;
        }
        if (seen.add(id.group(1)) || !remembers) {
            int status = call.applyAsInt(id.group(1));
            if (status / 100 != 2) {
                seen.remove(id.group(1));
                return 503;
            }
        }
        return 200;
    }

    private static boolean isGenuine(Headers headers, byte[] body) {
        List<String> signatures = headers.getOrDefault("X-StatusPulse-Signature", List.of());
        List<String> timestamps = headers.getOrDefault("X-StatusPulse-Timestamp", List.of());
        return signatures.size() == 1
                && timestamps.size() == 1
                && isFresh(timestamps.get(0))
                && List.of(Runs.SECRET, Runs.PREVIOUS).stream()
                        .anyMatch(secret -> same(signatures.get(0), hex(secret, timestamps.get(0), body)));
    }

    private static boolean isFresh(String timestamp) {
        return SECONDS.matcher(timestamp).matches()
                && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) <= 300;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** The contract's signature, made without the kit. */
    static String hex(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
