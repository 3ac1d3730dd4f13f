package io.statuspulse.simulator.wire;

import static io.statuspulse.simulator.wire.Failure.Kind.ANSWER_TOO_LARGE;
import static io.statuspulse.simulator.wire.Failure.Kind.CLOSED_WITHOUT_ANSWER;
import static io.statuspulse.simulator.wire.Failure.Kind.MALFORMED_ANSWER;
import static io.statuspulse.simulator.wire.Failure.Kind.RESET;
import static io.statuspulse.simulator.wire.ScriptedServer.answering;
import static io.statuspulse.simulator.wire.Sending.assertFailed;
import static io.statuspulse.simulator.wire.Sending.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.wire.ScriptedServer.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedAnswerTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private static Exchange to(Script script) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(script)) {
            return send(server, Deliveries.post("{}"));
        }
    }

    private static void assertBodyFailed(Exchange exchange, Failure.Kind kind, String words, int kept) {
        assertFailed(exchange, kind, words);
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.response().orElseThrow().body().size()).isEqualTo(kept);
        assertThat(exchange.response().orElseThrow().bodyTruncated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'SSH-2.0-OpenSSH\r\n', begins with 'SSH-2.0-OpenSSH\\r\\n'",
        "'<html>no head</html>', begins with '<html>no head</html>'",
        "'\u0015\u0003\u0001\u00ff\u0000', begins with '\\x15\\x03\\x01\\xff\\x00'",
        "'HTTP/1.1 abc No\r\n\r\n', begins with 'HTTP/1.1 abc No\\r\\n\\r\\n'",
        "'HTTP/2.0 200 OK\r\n\r\n', begins with 'HTTP/2.0 200 OK\\r\\n\\r\\n'",
        "'HTTP/1.1 099 Low\r\n\r\n', begins with 'HTTP/1.1 099 Low\\r\\n\\r\\n'",
        "'HTTP/1.1 200 OK\r\nno colon\u0007\r\n\r\n', head is malformed",
        "'HTTP/1.1 200', the connection ended in the head",
        "'HTTP/1.1 200 OK\r\nX: y\r\n', the connection ended in the head",
        "'\r\n', what came is not HTTP/1.1: it begins with '\\r\\n'",
    })
    void whatIsNoHeadIsQuotedWithoutRawBytes(String answer, String words) throws Exception {
        String expected = words.replaceFirst("^begins", "it begins");
        assertFailed(to(answering(answer)), MALFORMED_ANSWER, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'Content-Length: 100\r\n\r\n0123456789', after 10 of 100 bytes, 10",
        "'Content-Length: 1 2\r\n\r\n0123456789', Invalid content length, 0",
        "'Content-Length: -1\r\n\r\n0123456789', content length: -1, 0",
        "'Content-Length: 1\r\nContent-Length: 2\r\n\r\n0123456789', Multiple Content-Length, 0",
        "'Transfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n', the connection ended after 5 bytes, 5",
        "'Transfer-Encoding: chunked\r\n\r\n5\r\n012', the connection ended after 3 bytes, 3",
        "'Transfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n0\r\n', the connection ended after 5 bytes, 5",
        "'Transfer-Encoding: chunked\r\n\r\n5\r\n01234567890\r\n', Unexpected content at the end of chunk, 5",
        "'Transfer-Encoding: chunked\r\n\r\nz\u00e9\r\n', Bad chunk header: z\\xe9, 0",
        "'Transfer-Encoding: chunked\r\n\r\n-5\r\n', Negative chunk size, 0",
        "'Transfer-Encoding: gzip\r\n\r\n-5\r\n', Unsupported transfer encoding: gzip, 0",
    })
    void wrongFramingKeepsTheHeadAndWhatCameOfTheBody(String rest, String words, int kept) throws Exception {
        Exchange exchange = to(peer -> {
            peer.readRequest();
            peer.send(OK + rest);
        });

        assertBodyFailed(exchange, MALFORMED_ANSWER, words, kept);
    }

    @Test
    void garbageWithoutAnEndIsNotReadToItsEnd() throws Exception {
        assertFailed(
                to(peer -> {
                    peer.readRequest();
                    peer.sendForever("\u0001\u0002garbage".repeat(100));
                }),
                MALFORMED_ANSWER,
                "not HTTP/1.1: it begins with '\\x01\\x02garbage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Many: header lines\r\n", "a:\n", "one line that never ends "})
    void aHeadWithoutAnEndIsNotReadToItsEnd(String part) throws Exception {
        Exchange exchange = to(peer -> {
            peer.readRequest();
            peer.send(OK + "X: ");
            peer.sendForever(part.repeat(100));
        });

        assertFailed(exchange, ANSWER_TOO_LARGE, "is larger than 64 KiB or longer than 1000 lines");
        assertThat(exchange.response()).isEmpty();
    }

    @Test
    void aThousandAndOneHeaderLinesAreTooMany() throws Exception {
        assertFailed(to(answering(OK + "a: b\r\n".repeat(1001) + "\r\n")), ANSWER_TOO_LARGE, "longer than 1000 lines");
    }

    @Test
    void interimAnswersWithoutAnEndAreMalformed() throws Exception {
        assertFailed(
                to(peer -> {
                    peer.readRequest();
                    peer.sendForever("HTTP/1.1 102 Processing\r\n\r\n".repeat(10));
                }),
                MALFORMED_ANSWER,
                "more than 20 interim (1xx) answers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "Content-Length: 99999999999\r\n\r\n"})
    void aBodyWithoutAnEndIsCutAtTheBound(String framing) throws Exception {
        Exchange exchange = to(peer -> {
            peer.readRequest();
            peer.send(OK + framing);
            peer.sendForever("0123456789abcdef".repeat(1000));
        });

        assertBodyFailed(exchange, ANSWER_TOO_LARGE, "larger than 1 MiB", 64 * 1024);
    }

    @ParameterizedTest
    @CsvSource({
        "'10000;', '10000\r\n', larger than 1 MiB",
        "'1;', '1\r\n', more than 8 MiB on the wire",
    })
    void chunksWithoutAnEndAreCutAtTheBound(String extended, String chunk, String words) throws Exception {
        int size = Integer.parseInt(chunk.trim(), 16);
        String extension = size == 1 ? extended + "x".repeat(30_000) + "\r\n" : chunk;
        Exchange exchange = to(peer -> {
            peer.readRequest();
            peer.send(OK + "Transfer-Encoding: chunked\r\n\r\n");
            peer.sendForever(extension + "x".repeat(size) + "\r\n");
        });

        assertFailed(exchange, ANSWER_TOO_LARGE, words);
        assertThat(exchange.status()).isEqualTo(200);
    }

    @Test
    void trailersWithoutAnEndAreMalformed() throws Exception {
        Exchange exchange = to(peer -> {
            peer.readRequest();
            peer.send(OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n");
            peer.sendForever("a: b\r\n");
        });

        assertBodyFailed(exchange, MALFORMED_ANSWER, "Maximum header count exceeded", 0);
    }

    @Test
    void closingBeforeOrAfterReadingTheRequestIsNamed() throws Exception {
        assertFailed(to(Peer::readRequest), CLOSED_WITHOUT_ANSWER, "closed the connection without an answer");
        assertFailed(
                to(answering("HTTP/1.1 103 Early Hints\r\n\r\n")),
                CLOSED_WITHOUT_ANSWER,
                "closed the connection without an answer");
    }

    @Test
    void aConnectionThatIsClosedAtOnceFailsAsClosedOrReset() throws Exception {
        Exchange exchange = to(Peer::close);

        // Which of the two it is depends on whether the request was there before the close.
        assertThat(exchange.failure().orElseThrow().kind()).isIn(CLOSED_WITHOUT_ANSWER, RESET);
        assertThat(exchange.response()).isEmpty();
    }

    @Test
    void aResetIsNamedByTheStageInWhichItCame() throws Exception {
        assertFailed(
                to(peer -> {
                    peer.readRequest();
                    peer.reset();
                }),
                RESET,
                "reset the connection before it answered");
    }

    @Test
    void aResetInTheBodyKeepsTheHead() throws Exception {
        Exchange exchange = to(peer -> {
            peer.readRequest();
            peer.send(OK + "Content-Length: 10\r\n\r\n12345");
            peer.pause(100); // a reset discards what was not read yet
            peer.reset();
        });

        assertBodyFailed(exchange, RESET, "in the body of its answer, after 5 of 10 bytes", 5);
    }

    @Test
    void aResetInTheHeadIsNotTakenForAnAnswer() throws Exception {
        Exchange exchange = to(peer -> {
            peer.readRequest();
            peer.send(OK);
            peer.pause(100);
            peer.reset();
        });

        assertFailed(exchange, RESET, "in the head of its answer");
        assertThat(exchange.response()).isEmpty();
    }
}
