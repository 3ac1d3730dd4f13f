package io.statuspulse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver that tests start as a process of its own; it does what it is told, one thing after the other. */
final class StubReceiver {
    static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    /** The scenario whose deliveries it never answers, and the file that tells that one came. */
    private static String[] hanging = {"", ""};

    private static String dyingAt = "";
    private static boolean accepting;
    private static boolean telling;

    private StubReceiver() {}

    /** Returns a command that runs it, as a user would type it. */
    static String command(String... args) {
        return words(StubReceiver.class, args).stream()
                .map(word -> "\"" + word + "\"")
                .collect(Collectors.joining(" "));
    }

    /** Returns the words of a command that runs a main class of the tests' class path. */
    static List<String> words(Class<?> main, String... args) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                CLASS_PATH,
                main.getName()));
        words.addAll(Stream.of(args).toList());
        return words;
    }

    /** Takes pairs of what to do, and with what. */
    public static void main(String[] args) throws Exception {
        for (int i = 0; i < args.length; i += 2) {
            run(args[i], args[i + 1]);
        }
    }

    private static void run(String what, String with) throws Exception {
        switch (what) {
            case "pid" -> writePid(Path.of(with));
            case "child" ->
                new ProcessBuilder(words(StubReceiver.class, "pid", with, "wait", ""))
                        .inheritIO()
                        .start();
            case "await" -> awaitFile(Path.of(with));
            case "print" -> OUT.println(with.replace("^[", "\u001b"));
            case "exit" -> System.exit(Integer.parseInt(with));
            case "wait" -> new CountDownLatch(1).await();
            case "hang" -> hanging = with.split("=", 2);
            case "die" -> dyingAt = with;
            case "accept" -> accepting = true;
            case "tell" -> telling = true;
            case "serve" -> serve(Integer.parseInt(with));
            default -> throw new IllegalArgumentException(what);
        }
    }

    /** In one step, so that nobody reads half of it. */
    private static void writePid(Path file) throws IOException {
        Path part = Path.of(file + ".part");
        Files.writeString(part, Long.toString(ProcessHandle.current().pid()));
        Files.move(part, file);
    }

    private static void awaitFile(Path file) throws InterruptedException {
        while (Files.notExists(file)) {
            Thread.sleep(5);
        }
    }

    private static void serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", StubReceiver::answer);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String by = first(exchange, "User-Agent");
        if (by.contains("(" + hanging[0] + ")")) {
            Files.writeString(Path.of(hanging[1]), by);
            return; // Neither answered nor closed.
        }
        if (by.contains("(" + dyingAt + ")")) {
            OUT.println("out of memory");
            Runtime.getRuntime().halt(9);
        }
        if (telling) {
            OUT.println(first(exchange, "X-StatusPulse-Signature"));
        }
        exchange.sendResponseHeaders(accepting || isGenuine(exchange, body) ? 200 : 401, -1);
        exchange.close();
    }

    private static boolean isGenuine(HttpExchange exchange, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ReceiverFixture.SECRET.getBytes(UTF_8), "HmacSHA256"));
            mac.update((first(exchange, "X-StatusPulse-Timestamp") + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body)).equals(first(exchange, "X-StatusPulse-Signature"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String first(HttpExchange exchange, String header) {
        String value = exchange.getRequestHeaders().getFirst(header);
        return value == null ? "" : value;
    }
}
