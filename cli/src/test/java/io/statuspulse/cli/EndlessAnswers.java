package io.statuspulse.cli;

import static io.statuspulse.cli.Misbehaviour.endless;
import static io.statuspulse.cli.Misbehaviour.wrong;

import java.util.List;

/** Answers that do not end, as fast as they are read. */
final class EndlessAnswers {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String LARGE_HEAD = "is larger than 64 KiB or longer than 1000 lines";
    private static final String LARGE_BODY = "the body of the answer is larger than 1 MiB";
    private static final String INTERIM = "sent more than 20 interim \\(1xx\\) answers";

    private EndlessAnswers() {}

    static List<Misbehaviour> all() {
        return List.of(
                wrong("endless head", LARGE_HEAD, endless(OK, "X-More: 0123456789abcdef\r\n")),
                wrong("endless header line", LARGE_HEAD, endless(OK + "X-More: ", "m")),
                wrong("endless folded header", LARGE_HEAD, endless(OK + "X-More: m", "\r\n m")),
                wrong("endless reason phrase", LARGE_HEAD, endless("HTTP/1.1 200 ", "m")),
                wrong("endless version", LARGE_HEAD, endless("HTTP/1.1", "1")),
                wrong("endless blank lines", "what came is not HTTP/1.1", endless("", "\r\n")),
                wrong("endless NULs", "what came is not HTTP/1.1", endless("", "\0")),
                wrong("endless chunks", LARGE_BODY, endless(CHUNKED, "1000\r\n" + "m".repeat(4096) + "\r\n")),
                wrong(
                        "endless small chunks",
                        "takes more than 8 MiB on the wire|" + LARGE_BODY,
                        endless(CHUNKED, "1;x=0123456789abcdef\r\nm\r\n")),
                wrong("endless chunk extension", "the answer's body is malformed", endless(CHUNKED + "1;x=", "m")),
                wrong(
                        "endless trailers",
                        "the answer's body is malformed",
                        endless(CHUNKED + "0\r\n", "X-More: 0123456789abcdef\r\n")),
                wrong("endless length", LARGE_BODY, endless(OK + "Content-Length: 9223372036854775807\r\n\r\n", "m")),
                wrong("endless until close", LARGE_BODY, endless(OK + "Connection: close\r\n\r\n", "m")),
                wrong("endless rejection", LARGE_BODY, endless("HTTP/1.1 401 No\r\n\r\n", "m")),
                wrong("endless 100", INTERIM, endless("", "HTTP/1.1 100 Continue\r\n\r\n")),
                wrong("endless 103", INTERIM, endless("", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")));
    }
}
