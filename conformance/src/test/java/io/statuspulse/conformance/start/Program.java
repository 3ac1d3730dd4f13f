package io.statuspulse.conformance.start;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tests start as a process of its own; needs no other class. */
final class Program {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Program() {}

    /** Returns a command that runs it, as a user would type it. */
    static String command(String... args) {
        return words(args).stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(" "));
    }

    private static List<String> words(String... args) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes(),
                Program.class.getName()));
        words.addAll(Stream.of(args).toList());
        return words;
    }

    private static String classes() {
        try {
            return Path.of(Program.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does one thing after the other. */
    public static void main(String[] args) throws Exception {
        for (int i = 0; i < args.length; i += 2) {
            run(args[i], args[i + 1]);
        }
    }

    private static void run(String what, String with) throws Exception {
        switch (what) {
            case "print" -> OUT.println(with.replace("^[", "\u001b").replace("^.", "…"));
            case "print-variable" -> OUT.println(with + "=" + System.getenv(with));
            case "print-folder" ->
                OUT.println(with + Path.of("").toAbsolutePath().getFileName());
            case "fill" -> OUT.print(("x".repeat(99) + "\n").repeat(Integer.parseInt(with) / 100));
            case "write-pid" -> writePid(Path.of(with));
            case "await" -> awaitFile(Path.of(with));
            case "serve" -> serve(Integer.parseInt(with), Integer.MAX_VALUE);
            case "serve-one" -> serve(Integer.parseInt(with), 1);
            case "serve-variable" -> serve(Integer.parseInt(System.getenv(with)), Integer.MAX_VALUE);
            case "child" ->
                new ProcessBuilder(words("write-pid", with, "wait", ""))
                        .inheritIO()
                        .start();
            case "orphan" ->
                new ProcessBuilder(words("child", with, "exit", "0"))
                        .inheritIO()
                        .start()
                        .waitFor();
            case "stay" -> Runtime.getRuntime().addShutdownHook(new Thread(Program::waitForever));
            case "wait" -> waitForever();
            case "exit" -> System.exit(Integer.parseInt(with));
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

    private static void serve(int port, int connections) throws IOException {
        try (ServerSocket server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            OUT.println("listening at " + port);
            for (int i = 0; i < connections; i++) {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().transferTo(socket.getOutputStream());
                } catch (IOException e) {
                    OUT.println("a connection ended with " + e.getMessage());
                }
            }
        }
    }

    private static void waitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
