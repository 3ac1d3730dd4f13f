package io.statuspulse.simulator.wire;

import static io.statuspulse.simulator.wire.Sending.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;

/** Answers with random damage: each gives an exchange, never an exception, and words that may be printed. */
class AnswerFuzzTest {
    private static final int ANSWERS = 2000;
    private static final long SEED = 20261123L;
    private static final String[] PARTS = {
        "HTTP/1.1 ",
        "200",
        " OK",
        "\r\n",
        "\n",
        "Content-Length: 5",
        "Transfer-Encoding: chunked",
        "Connection: ,;=\"",
        "Content-Length: 99999999999999999999",
        "HTTP/1.99999999999 ",
        "100",
        "\r\n\r\n",
        "5\r\nhello",
        "\r\n0\r\n",
        ": ",
        " : x",
        "\u0000",
        "\u00ff",
        "Connection: close",
        "204 ",
        "ffffffffffffffff\r\n",
        "HTTP/",
        "999 ",
    };

    private static String random(Random random) {
        StringBuilder answer = new StringBuilder(random.nextInt(4) == 0 ? "" : "HTTP/1.1 200 OK\r\n");
        for (int i = random.nextInt(10); i > 0; i--) {
            answer.append(PARTS[random.nextInt(PARTS.length)]);
        }
        for (int i = random.nextInt(3); i > 0 && answer.length() > 0; i--) {
            answer.setCharAt(random.nextInt(answer.length()), (char) random.nextInt(256));
        }
        return answer.toString();
    }

    @Test
    void damagedAnswersAreDataNotExceptions() throws Exception {
        Random random = new Random(SEED);
        BlockingQueue<String> next = new ArrayBlockingQueue<>(1);
        Set<Failure.Kind> kinds = new HashSet<>();
        int whole = 0;
        try (ScriptedServer server = ScriptedServer.plain(peer -> {
                    peer.readRequest();
                    peer.send(next.take());
                });
                SocketTransport transport = SocketTransport.create(Deadlines.all(LONG), TlsSettings.DEFAULT)) {
            for (int i = 0; i < ANSWERS; i++) {
                String answer = random(random);
                next.put(answer);
                Exchange exchange = transport.send(server.target(), Deliveries.post("{}"));

                assertThat(exchange.response().isPresent() || exchange.failure().isPresent())
                        .as(Words.printable(answer))
                        .isTrue();
                exchange.failure().ifPresent(failure -> {
                    assertThat(failure.words()).matches("[ -~]+");
                    kinds.add(failure.kind());
                });
                whole += exchange.failure().isEmpty() ? 1 : 0;
            }
        }
        assertThat(whole).isBetween(ANSWERS / 20, ANSWERS * 19 / 20);
        assertThat(kinds).contains(Failure.Kind.MALFORMED_ANSWER, Failure.Kind.CLOSED_WITHOUT_ANSWER);
        assertThat(kinds).doesNotContain(Failure.Kind.ANSWER_TIMEOUT, Failure.Kind.CONNECT_FAILED);
    }
}
