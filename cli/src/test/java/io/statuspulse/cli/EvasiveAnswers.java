package io.statuspulse.cli;

import static io.statuspulse.cli.Misbehaviour.answers;
import static io.statuspulse.cli.Misbehaviour.wrong;

import io.statuspulse.cli.MisbehavingServer.Script;
import java.util.List;
import java.util.Random;

/** Answers that are HTTP, and still tell nothing: later, elsewhere, at another time, anything. */
final class EvasiveAnswers {
    private static final String END = "Content-Length: 0\r\n\r\n";
    private static final int[] STATUSES = {200, 202, 204, 301, 400, 401, 403, 404, 413, 415, 422, 429, 500, 503, 600};

    private EvasiveAnswers() {}

    static List<Misbehaviour> all() {
        return List.of(
                limited("429 for ever", "").connecting(600).with("--exclude=http/idle-connections"),
                limited("429 until a negative time", "Retry-After: -5\r\n"),
                limited("429 until garbage", "Retry-After: so\33[2Jon\r\n"),
                limited("429 until a year that is none", "Retry-After: Fri, 31 Dec 999999999 23:59:59 GMT\r\n"),
                limited("429 until long ago", "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT\r\n"),
                wrong(
                        "301 to itself for ever",
                        "301 Moved to /hook",
                        answers("HTTP/1.1 301 Moved\r\nLocation: /hook\r\n" + END)),
                wrong(
                        "307 to itself for ever",
                        "307 Moved to /hook",
                        answers("HTTP/1.1 307 Moved\r\nLocation: /hook\r\n" + END)),
                wrong("random answers", "expected", peer -> {
                            peer.readHead();
                            // The first one accepts, so that the others are judged.
                            int turn = peer.server().nextAnswer();
                            int status = turn == 1 ? 200 : STATUSES[new Random(turn * 31L).nextInt(STATUSES.length)];
                            peer.answer("HTTP/1.1 " + status + " x\r\nRetry-After: 0\r\n" + END);
                        })
                        .sending(0, 1)
                        .with(),
                dated("a clock years behind", "[0-9]+ s behind ours", "Sun, 06 Nov 1994 08:49:37 GMT"),
                dated("a clock years ahead", "[0-9]+ s ahead of ours", "Fri, 31 Dec 9999 23:59:59 GMT"),
                dated("a clock beyond time", "PASSED", "Fri, 31 Dec 999999999 23:59:59 GMT")
                        .exiting(0, "PASSED"),
                dated("a clock that is none", "PASSED", "\33[2Jyesterday").exiting(0, "PASSED"));
    }

    /** The patience of three waits of a second is spent once, and not for each scenario. */
    private static Misbehaviour limited(String name, String header) {
        return wrong(name, "", answers("HTTP/1.1 429 Slow Down\r\n" + header + END))
                .exiting(3, "FOUND The receiver limits its rate.*INCOMPLETE")
                .connecting(4 + 4 * 2);
    }

    /** It is right about signatures and freshness, but says another time. */
    private static Misbehaviour dated(String name, String words, String date) {
        Script judge = peer -> {
            boolean genuine = peer.readGenuine();
            peer.answer("HTTP/1.1 " + (genuine ? "200 OK" : "401 No") + "\r\nDate: " + date + "\r\n" + END);
        };
        return wrong(name, "", judge)
                .exiting(3, words)
                .sending(0)
                .with("--select=timestamp/just-inside-past", "--select=acceptance/status-change");
    }
}
