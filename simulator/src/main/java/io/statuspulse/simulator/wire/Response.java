package io.statuspulse.simulator.wire;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.HeaderLine;
import java.util.List;
import java.util.Optional;

/**
 * A final answer as it came: interim (1xx) answers are not kept.
 *
 * @param status the status code
 * @param reason the reason phrase; may be empty
 * @param headers the header lines in order
 * @param body the body with its transfer coding undone, cut at the transport's bound
 * @param bodyTruncated whether more body came, or was announced, than is kept
 */
public record Response(int status, String reason, List<HeaderLine> headers, Bytes body, boolean bodyTruncated) {

    public Response {
        headers = List.copyOf(headers);
    }

    /** Returns the first value of that header, whatever the name's case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(line -> line.is(name))
                .map(HeaderLine::value)
                .findFirst();
    }
}
