package io.statuspulse.cli;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.SignatureScheme;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A verifier for tests, as a process: right, without a limit ahead, or one that ends at once. */
final class VerifierMain {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private VerifierMain() {}

    /** Returns the command that runs it. */
    static String command(String kind) {
        return Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VerifierMain.class.getName(),
                        kind)
                .map(word -> "\"" + word + "\"")
                .collect(Collectors.joining(" "));
    }

    public static void main(String[] args) throws Exception {
        if (args[0].equals("broken")) {
            System.err.println("no such module: verify");
            System.exit(7);
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode request = JSON.readTree(line);
            boolean right = accepts(request, args[0].equals("no-limit-ahead"));
            out.println("{\"id\":" + JSON.writeValueAsString(request.get("id").asString()) + ",\"result\":\""
                    + (right ? "accept" : "reject") + "\"}");
        }
        out.flush();
    }

    private static boolean accepts(JsonNode request, boolean noLimitAhead) {
        List<String> timestamps = values(request, "X-StatusPulse-Timestamp");
        List<String> signatures = values(request, "X-StatusPulse-Signature");
        if (timestamps.size() != 1
                || signatures.size() != 1
                || !timestamps.get(0).matches("[0-9]{1,18}")) {
            return false;
        }
        long age = request.get("now").asLong() - Long.parseLong(timestamps.get(0));
        if ((noLimitAhead ? age : Math.abs(age))
                > request.get("toleranceSeconds").asLong()) {
            return false;
        }
        Bytes body =
                Bytes.of(Base64.getDecoder().decode(request.get("bodyBase64").asString()));
        boolean right = false;
        for (JsonNode secret : request.get("secrets")) {
            right |= SignatureScheme.STATUSPULSE
                    .sign(Secret.of(secret.asString()), timestamps.get(0), body)
                    .equals(signatures.get(0));
        }
        return right;
    }

    private static List<String> values(JsonNode request, String name) {
        List<String> values = new ArrayList<>();
        for (JsonNode header : request.get("headers")) {
            if (header.get(0).asString().equalsIgnoreCase(name)) {
                values.add(header.get(1).asString());
            }
        }
        return values;
    }
}
