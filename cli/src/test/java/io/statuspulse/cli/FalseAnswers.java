package io.statuspulse.cli;

import static io.statuspulse.cli.Misbehaviour.accepting;
import static io.statuspulse.cli.Misbehaviour.answers;
import static io.statuspulse.cli.Misbehaviour.wrong;

import java.util.List;
import java.util.stream.Stream;

/** Answers that lie about themselves, or are none. */
final class FalseAnswers {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String BODY = "the answer's body is malformed";
    private static final String HEAD = "the answer's head is malformed";
    private static final String NOT_HTTP = "what came is not HTTP/1.1: it begins with '";

    private FalseAnswers() {}

    static List<Misbehaviour> all() {
        return Stream.of(lengths(), chunks(), others(), statuses())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Misbehaviour> lengths() {
        return List.of(
                wrong("length too long", "the connection ended after 2 of 100 bytes", length("100")),
                accepting("length too short", "200 OK", answers(OK + "Content-Length: 2\r\n\r\n{} and more")),
                wrong("length negative", BODY, length("-5")),
                wrong("length no number", BODY, length("five")),
                wrong("length beyond numbers", BODY, length("99999999999999999999")),
                wrong("length empty", BODY, length("")),
                wrong("two lengths", BODY, length("2\r\nContent-Length: 3")));
    }

    private static MisbehavingServer.Script length(String value) {
        return answers(OK + "Content-Length: " + value + "\r\n\r\n{}");
    }

    private static List<Misbehaviour> chunks() {
        return List.of(
                wrong("chunk shorter than it says", BODY, chunk("5")),
                wrong("chunk longer than it says", BODY, chunk("1")),
                wrong("chunk size no number", BODY, chunk("zz")),
                wrong("chunk size negative", BODY, chunk("-2")),
                wrong("chunk size beyond numbers", BODY, chunk("ffffffffffffffff")),
                wrong("chunk without an end", "the connection ended", chunk("fffffff")),
                wrong("unknown coding", BODY, answers(OK + "Transfer-Encoding: rot13\r\n\r\n{}")));
    }

    private static MisbehavingServer.Script chunk(String size) {
        return answers(OK + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\n{}\r\n0\r\n\r\n");
    }

    private static List<Misbehaviour> others() {
        return List.of(
                wrong("HTTP/0.9", NOT_HTTP + "<html>", answers("<html>hello</html>")),
                wrong("HTTP/2 preface", NOT_HTTP + "PRI", answers("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")),
                wrong("HTTP/2 settings", NOT_HTTP, answers("\0\0\0\4\0\0\0\0\0")),
                wrong("TLS alert", NOT_HTTP, answers("\25\3\3\0\2\2(")),
                wrong("SSH", NOT_HTTP + "SSH-2.0", answers("SSH-2.0-OpenSSH_9.6\r\n")),
                wrong("HTTP/3.0", NOT_HTTP, answers("HTTP/3.0 200 OK\r\nContent-Length: 0\r\n\r\n")),
                wrong("garbage", NOT_HTTP, answers("\0\1\33[2J\u009b31m\u00ff\u00fe garbage\r\n\r\n\7")),
                accepting(
                        "gzip that is none",
                        "200 OK",
                        answers(OK + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}")),
                accepting(
                        "second answer that nobody asked for",
                        "200 OK",
                        answers(OK + "Content-Length: 0\r\n\r\nHTTP/1.1 500 unasked\r\nContent-Length: 0\r\n\r\n")),
                accepting(
                        "the largest answers that are read",
                        "200 OK",
                        answers(OK
                                + ("X: " + "0123456789".repeat(5) + "\r\n").repeat(990)
                                + "Content-Length: 1000000\r\n\r\n"
                                + "m".repeat(1_000_000))));
    }

    private static List<Misbehaviour> statuses() {
        return List.of(
                wrong("status 000", HEAD, status("000")),
                wrong("status 099", HEAD, status("099")),
                wrong("status abc", HEAD, status("abc")),
                wrong("status 1000", HEAD, status("1000")),
                wrong("status beyond numbers", HEAD, status("99999999999")),
                wrong("status negative", HEAD, status("-200")),
                wrong("no status", HEAD, status("")),
                wrong("status 600", "600 Odd", status("600")),
                wrong("status 999", "999 Odd", status("999")),
                wrong("status 101", "101 Odd", status("101")));
    }

    private static MisbehavingServer.Script status(String status) {
        return answers("HTTP/1.1 " + status + " Odd\r\nContent-Length: 0\r\n\r\n");
    }
}
