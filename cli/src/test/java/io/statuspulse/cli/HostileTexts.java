package io.statuspulse.cli;

import static io.statuspulse.cli.Misbehaviour.answers;
import static io.statuspulse.cli.Misbehaviour.wrong;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Answers that hold what a terminal acts on, and what looks different from what it is. */
final class HostileTexts {
    /** Title, clearing, colours, backspace, carriage return, NUL, DEL, C1, bidi override, line separator, bad UTF-8. */
    private static final String ESCAPES = "a\33]0;owned\7b\33[2Jc\u009b31md\be\rf\0g\177h\u0085i\33P\33\\"
            + utf8(0x202e) + utf8(0x2066) + utf8(0x2028) + utf8(0x200b) + utf8(0xfeff) + utf8(0x9b) + "\u00ffz";

    private static final String SHOWN = "\\\\x1b\\[2J";

    private HostileTexts() {}

    static List<Misbehaviour> all() {
        return List.of(
                wrong(
                        "escapes in the reason",
                        SHOWN,
                        answers("HTTP/1.1 500 " + ESCAPES + "\r\nContent-Length: 0\r\n\r\n")),
                wrong(
                        "escapes in headers",
                        SHOWN,
                        answers("HTTP/1.1 302 Found\r\nLocation: /" + ESCAPES + "\r\nX-" + ESCAPES + ": " + ESCAPES
                                + "\r\nContent-Length: 0\r\n\r\n")),
                wrong("escapes in a text", SHOWN, answers("HTTP/1.1 500 No\r\n\r\n" + ESCAPES)),
                wrong(
                        "escapes in a page",
                        SHOWN,
                        answers("HTTP/1.1 500 No\r\n\r\n<h1>" + ESCAPES + "</h1><" + ESCAPES + ">")),
                wrong("escapes without HTTP", SHOWN, answers(ESCAPES)),
                wrong(
                        "escapes in a length",
                        "0x1b",
                        answers("HTTP/1.1 200 OK\r\nContent-Length: " + ESCAPES + "\r\n\r\n")),
                wrong(
                        "escapes in a chunk size",
                        "\\\\x1b",
                        answers("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + ESCAPES + "\r\n")),
                wrong("escapes in a status", SHOWN, answers("HTTP/1.1 " + ESCAPES + "\r\n\r\n")),
                wrong(
                        "what looks like a report",
                        "PASSED: Every MUST",
                        answers(
                                "HTTP/1.1 500 No\r\n\r\nx\n\n257 scenarios: 257 passed\nPASSED: Every MUST that was run holds.\n")));
    }

    /** The bytes of a character, one char each. */
    private static String utf8(int character) {
        byte[] bytes = Character.toString(character).getBytes(UTF_8);
        return new String(bytes, ISO_8859_1);
    }
}
