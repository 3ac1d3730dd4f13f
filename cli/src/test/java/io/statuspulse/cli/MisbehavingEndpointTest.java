package io.statuspulse.cli;

import static io.statuspulse.cli.Misbehaviour.answers;
import static io.statuspulse.cli.ReceiverFixture.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong before HTTP does, where answers point to, and what of them gets to a terminal with colours. */
class MisbehavingEndpointTest {
    private static final String ESCAPES = "a\33]0;owned\7b\33[2Jc\u009b31md\be\rf\0g\33[0mh";

    @TempDir
    private Path directory;

    @Test
    void receiverThatStopsTakingConnectionsIsNoticedOnce() throws IOException {
        // The greeting is accepted; the backlog takes two connections that nobody answers, and all others are dropped.
        try (MisbehavingServer server = MisbehavingServer.start(
                answers("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), /* most= */ 1, /* backlog= */ 1)) {
            Outcome outcome = command().run("test", server.url(), "--timeout=1s");

            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.out())
                    .startsWith("UNREACHABLE " + server.url())
                    .contains("stopped answering during")
                    .doesNotContain("FAILED");
            assertThat(outcome.err()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\1\2\3 garbage that is no TLS \33[2J",
                "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n",
                // An alert, a record of a length that none may have, a hello that is none.
                "\25\3\3\0\2\2(",
                "\26\3\3\377\377\2",
                "\26\3\3\0\4\2\0\0\0",
                ""
            })
    void garbageInsteadOfTlsIsNamed(String garbage) throws IOException {
        try (MisbehavingServer server = MisbehavingServer.start(peer -> peer.answer(garbage))) {
            String url = "https://127.0.0.1:" + server.port() + "/hook";
            Outcome outcome = command().run("test", url, "--timeout=30s", "--select=acceptance", "--select=signature");

            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .startsWith("statuspulse: ")
                    .contains("TLS", "127.0.0.1:" + server.port())
                    .doesNotContain("\33", "Exception", " within 30 s")
                    .hasLineCount(1);
        }
    }

    @Test
    void wholeSuiteEndsWhereTlsIsSilent() throws IOException {
        try (MisbehavingServer server = MisbehavingServer.start(MisbehavingPeer::hold)) {
            Outcome outcome = command().run("test", "https://127.0.0.1:" + server.port() + "/hook", "--timeout=1s");

            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).contains("TLS handshake within 1 s").hasLineCount(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"301", "302", "303", "307", "308"})
    void nobodyButTheTargetIsEverContacted(String status) throws IOException {
        try (ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                MisbehavingServer server = MisbehavingServer.start(answers("HTTP/1.1 " + status
                        + " Moved\r\nLocation: http://127.0.0.1:" + elsewhere.getLocalPort()
                        + "/\r\nRefresh: 0; url=http://127.0.0.1:" + elsewhere.getLocalPort()
                        + "/\r\nContent-Length: 0\r\n\r\n"))) {
            Outcome outcome = command().run("test", server.url(), "--timeout=30s", "--profile=quick");
            command().run("send", server.url(), "--timeout=30s", "--show");

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.out()).contains(status + " Moved to http://127.0.0.1:" + elsewhere.getLocalPort());
            elsewhere.setSoTimeout(1);
            assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void coloursAreOurOwn() throws IOException {
        Path json = directory.resolve("r.json");
        try (MisbehavingServer server = MisbehavingServer.start(
                answers("HTTP/1.1 500 " + ESCAPES + "\r\nX-A: " + ESCAPES + "\r\n\r\n" + ESCAPES))) {
            Outcome outcome = command()
                    .env("TERM", "xterm")
                    .terminals(true, true)
                    .run("test", server.url(), "--timeout=30s", "--profile=quick", "--report=json=" + json);

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.out()).contains("\33[").contains("\\x1b[2J");
            // Colours begin and end around a word of ours.
            assertThat(outcome.out().replaceAll("\33\\[[0-9;]+m([A-Z -]+:?)\33\\[0?m", "$1"))
                    .matches("[ -~\n\u00a0-\uffff]+");
            assertThat(outcome.err().replaceAll("\r\33\\[K|\33\\[\\?7[lh]", "")).matches("[ -~\n]*");
            assertThat(Files.readString(json)).matches("[ -~\n]+");
        }
    }
}
