package io.statuspulse.conformance.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A verifier that tests start as a process of its own: right, but for how it behaves. Needs no other class, and reads only
 * requests as tests write them, without escapes.
 */
final class Child {
    private static final Pattern REQUEST = Pattern.compile(
            "\\{\"id\":\"([^\"]*)\",\"secrets\":\\[\"([^\"]*)\"\\],\"toleranceSeconds\":(\\d+),\"now\":(\\d+),"
                    + "\"headers\":\\[(.*)\\],\"bodyBase64\":\"([^\"]*)\"\\}");
    private static final Pattern HEADER = Pattern.compile("\\[\"([^\"]*)\",\"([^\"]*)\"\\]");

    private final PrintStream out;
    private final List<String> manners;
    private final List<String> held = new ArrayList<>();
    private int requests;

    private Child(PrintStream out, List<String> manners) {
        this.out = out;
        this.manners = manners;
    }

    /** Returns a command that runs it with those manners, such as {@code die-at=body/x.1}. */
    static String command(String... manners) {
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xshare:auto",
                                "-cp",
                                classes(),
                                Child.class.getName()),
                        Arrays.stream(manners))
                .map(word -> "\"" + word + "\"")
                .collect(Collectors.joining(" "));
    }

    private static String classes() {
        try {
            return Path.of(Child.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] args) throws Exception {
        int buffer = List.of(args).contains("keep-all") ? 1 << 20 : 8192;
        PrintStream out = new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out), buffer), false, UTF_8);
        new Child(out, List.of(args)).run();
        out.flush();
    }

    private boolean has(String manner) {
        return manners.contains(manner);
    }

    private boolean at(String manner, String id) {
        return has(manner + "=" + id)
                || manners.stream()
                        .anyMatch(m -> m.startsWith(manner + "=")
                                && m.endsWith("*")
                                && id.startsWith(m.substring(manner.length() + 1, m.length() - 1)));
    }

    private void run() throws Exception {
        if (has("die")) {
            System.err.println("cannot find module\n\u001b[31mgoodbye");
            System.exit(1);
        }
        if (has("start-slowly")) {
            new CountDownLatch(1).await(1500, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        if (has("greet")) {
            out.println("Listening\u001b[31m to you");
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
        List<String> all = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (has("read-all")) {
                all.add(line);
            } else {
                take(line, in.ready());
            }
        }
        for (String line : all) {
            take(line, true);
        }
        release();
    }

    private void take(String line, boolean more) throws Exception {
        Matcher request = REQUEST.matcher(line);
        if (!request.matches()) {
            throw new IllegalArgumentException(line);
        }
        String id = request.group(1);
        requests++;
        if (has("swear")) {
            System.err.print("x".repeat(1000));
        }
        misbehave(id);
        String answer = "{\"id\":\"" + (at("rename", id) ? "other/" + id : id) + "\",\"result\":\""
                + (accepts(request) ? "accept" : "reject") + "\"}";
        if (at("garble", id)) {
            answer = "oops\u0007 " + id;
        } else if (at("say-error", id)) {
            answer = "{\"message\":\"Boom\\n\\u001b[2J\",\"result\":\"error\",\"id\":\"" + id
                    + "\",\"more\":{\"a\":[1]}}";
        } else if (at("say-much", id)) {
            answer = "{\"id\":\"" + id + "\",\"message\":\"" + "m".repeat(100_000) + "\",\"result\":\"accept\"}";
        }
        if (at("mute", id)) {
            return;
        }
        if (at("chat", id)) {
            out.println("debug: " + id);
        }
        if (has("reverse")) {
            held.add(answer);
            if (held.size() == 100) {
                release();
            }
        } else {
            out.println(answer);
        }
        if (at("twice", id)) {
            out.println(answer);
        }
        if (at("contradict", id)) {
            out.println(answer.replace("accept", "REJECT")
                    .replace("reject", "accept")
                    .replace("REJECT", "reject"));
        }
        if (!more && !has("keep") && !has("keep-all")) {
            out.flush();
        }
    }

    private void misbehave(String id) throws Exception {
        if (at("die-at", id) || (has("tire") && requests == 500)) {
            if (!has("keep") && !has("keep-all")) {
                out.flush();
            }
            System.err.println("fatal: " + id);
            Runtime.getRuntime().halt(139);
        }
        if (at("hang-at", id)) {
            out.flush();
            manners.stream()
                    .filter(m -> m.startsWith("child="))
                    .forEach(m -> startChild(m.substring("child=".length())));
            new CountDownLatch(1).await();
        }
        if (at("close-at", id)) {
            out.close();
            new CountDownLatch(1).await();
        }
        if (at("babble-at", id)) {
            while (true) {
                out.print("blah ".repeat(1000));
            }
        }
    }

    /** One that lives on, and says so in a file. */
    private static void startChild(String file) {
        try {
            Process process = new ProcessBuilder("sleep", "600").inheritIO().start();
            Path part = Path.of(file + ".part");
            Files.writeString(part, Long.toString(process.pid()));
            Files.move(part, Path.of(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void release() {
        Collections.reverse(held);
        held.forEach(out::println);
        held.clear();
        out.flush();
    }

    private boolean accepts(Matcher request) throws GeneralSecurityException {
        if (has("accept-all") || has("reject-all")) {
            return has("accept-all");
        }
        String timestamp = "";
        String signature = "";
        Matcher header = HEADER.matcher(request.group(5));
        while (header.find()) {
            timestamp = header.group(1).equals("X-StatusPulse-Timestamp") ? header.group(2) : timestamp;
            signature = header.group(1).equals("X-StatusPulse-Signature") ? header.group(2) : signature;
        }
        byte[] body = Base64.getDecoder().decode(request.group(6));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(request.group(2).getBytes(UTF_8), "HmacSHA256"));
        mac.update((timestamp + ".").getBytes(ISO_8859_1));
        String expected = HexFormat.of().formatHex(mac.doFinal(body));
        int compared = has("compare-half") ? 32 : 64;
        return signature.length() >= compared
                && MessageDigest.isEqual(
                        expected.substring(0, compared).getBytes(US_ASCII),
                        signature.substring(0, compared).getBytes(ISO_8859_1));
    }
}
