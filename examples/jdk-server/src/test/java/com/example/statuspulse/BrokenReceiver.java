package com.example.statuspulse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.junit.TimestampConformance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * What a failure looks like: a receiver that verifies the signature and forgets to compare the timestamp with its clock. Not
 * run by default, since it fails: {@code mvn test -Dtest=BrokenReceiver}.
 */
class BrokenReceiver implements TimestampConformance {
    private static final String SECRET = "whsec_11111111111111111111111111111111";
    private static HttpServer server;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/webhook", BrokenReceiver::answer);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String timestamp = exchange.getRequestHeaders().getFirst("X-StatusPulse-Timestamp");
            String signature = exchange.getRequestHeaders().getFirst("X-StatusPulse-Signature");
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean genuine = timestamp != null
                    && signature != null
                    && timestamp.matches("[0-9]{1,11}")
                    && MessageDigest.isEqual(signature.getBytes(UTF_8), expected(timestamp, body));
            exchange.sendResponseHeaders(genuine ? 200 : 401, -1);
        }
    }

    private static byte[] expected(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.at("http://127.0.0.1:" + server.getAddress().getPort() + "/webhook")
                .secret(SECRET);
    }
}
