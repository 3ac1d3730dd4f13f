package io.statuspulse.cli;

import static io.statuspulse.cli.Misbehaviour.dead;
import static io.statuspulse.cli.Misbehaviour.dying;
import static io.statuspulse.cli.Misbehaviour.wrong;

import io.statuspulse.cli.MisbehavingServer.Script;
import java.time.Duration;
import java.util.List;

/** Receivers that give no answer, or none in time, or no whole one. */
final class SilentReceivers {
    private static final String NONE = "gave no answer within 500 ms";
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private SilentReceivers() {}

    static List<Misbehaviour> all() {
        return List.of(
                dead("never reads", NONE, peer -> {
                    peer.shutWindow();
                    peer.hold();
                }),
                dead("never answers", NONE, peer -> {
                    peer.readHead();
                    peer.hold();
                }),
                dead(
                        "drips its head",
                        "gave no whole head of an answer within 500 ms; what came begins with 'HTTP.*'",
                        peer -> {
                            peer.readHead();
                            peer.drip(OK + "X-More: " + "m".repeat(10_000));
                        }),
                dead("drips interim answers", "gave no .* within 500 ms.*", peer -> {
                    peer.readHead();
                    peer.drip("HTTP/1.1 102 Processing\r\n\r\n".repeat(1000));
                }),
                dying(
                        "drips its body",
                        "did not finish the body of its answer within 500 ms",
                        dripping("Content-Length: 10000", "m")),
                dying(
                        "drips chunks",
                        "did not finish the body of its answer within 500 ms",
                        dripping("Transfer-Encoding: chunked", "1\r\nm\r\n")),
                dying(
                        "drips a body that ends with the connection",
                        "did not finish the body",
                        dripping("Connection: close", "m")),
                dying("announces more than it sends", "\\(2 of 100 bytes came\\)", peer -> {
                    peer.readHead();
                    peer.send(OK + "Content-Length: 100\r\n\r\n{}");
                    peer.hold();
                }),
                // While the first ones wait, one second later others begin, until the first ones find out: after two
                // timeouts and another second.
                dying("dies after its first answer", "gave no answer within 2 s", dyingAfter(1))
                        .connecting(1 + 8 * 2 * 6)
                        .after(TWO_SECONDS),
                dying("dies after twenty answers", "", dyingAfter(20))
                        .exiting(
                                1,
                                "UNREACHABLE .* stopped answering during .* FAILED: The receiver breaks the contract")
                        .connecting(22)
                        .after(TWO_SECONDS)
                        .with("--select=signature/*", "--jobs=1"),
                wrong("closes at once", "closed the connection without an answer|reset the connection", peer -> {}),
                wrong("closes after the request", "closed the connection without an answer", peer -> {
                    peer.readGenuine();
                }),
                wrong("resets at once", "reset the connection", MisbehavingPeer::reset),
                wrong("resets after the request", "reset the connection before it answered", peer -> {
                    peer.readHead();
                    peer.reset();
                }),
                wrong("resets in its head", "reset the connection in the head of its answer", peer -> {
                    peer.readGenuine();
                    peer.send("HTTP/1.1 200 O");
                    peer.reset();
                }),
                wrong(
                        "closes in its head",
                        "the connection ended in the head of the answer",
                        Misbehaviour.answers("HTTP/1.1 200 O")));
    }

    private static Script dyingAfter(int answers) {
        return peer -> {
            peer.readHead();
            if (peer.server().nextAnswer() > answers) {
                peer.hold();
            }
            peer.answer(OK + "Content-Length: 0\r\n\r\n");
        };
    }

    private static Script dripping(String framing, String part) {
        return peer -> {
            peer.readHead();
            peer.send(OK + framing + "\r\n\r\n");
            peer.drip(part.repeat(10_000));
        };
    }
}
