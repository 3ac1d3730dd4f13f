package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.SECRET;
import static io.statuspulse.cli.ReceiverFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.BiPredicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class DiagnoseCommandTest {

    @Test
    void correctReceiverHasNothingToBeFound() {
        try (ReceiverFixture receiver = ReceiverFixture.correct()) {
            Outcome outcome = command().run("diagnose", receiver.url());

            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.out())
                    .startsWith("ACCEPTED a correctly signed delivery got 200")
                    .doesNotContain("FOUND");
        }
    }

    @Test
    void receiverThatSignsTheBodyOnlyIsToldWithTheDeliveryThatProvesIt() throws IOException {
        Outcome outcome = diagnose((exchange, body) -> signature(exchange).equals(hmac(body)));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .startsWith("REFUSED a correctly signed delivery got 401")
                .contains("compute the MAC\n  of the body alone")
                .contains("What it accepted:\n> POST /hook HTTP/1.1\n")
                .containsPattern("> X-StatusPulse-Signature: [0-9a-f]{8}\\.\\.\\.")
                .contains("< HTTP 200 OK")
                .doesNotContain(SECRET);
        assertThat(outcome.out().lines().takeWhile(line -> !line.startsWith("What")))
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void receiverThatDecodesTheBodyBeforeTheMacIsTold() throws IOException {
        Outcome outcome = diagnose((exchange, body) -> signature(exchange)
                .equals(hmac(timestamp(exchange) + "."
                        + new String(
                                new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                                        .getBytes(StandardCharsets.UTF_8),
                                StandardCharsets.ISO_8859_1))));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out().lines().filter(line -> line.startsWith("FOUND")))
                .hasSize(1);
        assertThat(outcome.out().replaceAll("\\s+", " "))
                .startsWith("ACCEPTED")
                .contains("it seems to decode the body, with U+FFFD for what is no UTF-8, before it computes the MAC");
    }

    @Test
    void nobodyThereIsOneLine() {
        Outcome outcome = command().run("diagnose", "http://127.0.0.1:1/hook");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err().lines()).hasSize(1);
    }

    private static Outcome diagnose(BiPredicate<HttpExchange, String> accepts) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/hook", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            exchange.sendResponseHeaders(accepts.test(exchange, body) ? 200 : 401, -1);
            exchange.close();
        });
        server.start();
        try {
            return command()
                    .run("diagnose", "http://127.0.0.1:" + server.getAddress().getPort() + "/hook", "--seed=1");
        } finally {
            server.stop(0);
        }
    }

    private static String signature(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("X-StatusPulse-Signature");
    }

    private static String timestamp(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("X-StatusPulse-Timestamp");
    }

    private static String hmac(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
