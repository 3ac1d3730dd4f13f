package io.statuspulse.simulator.inprocess;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.HeaderLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What code in this process answers a request with.
 *
 * @param status the status code, 200 to 599
 * @param headers the header lines in order; none by default
 * @param body the body; empty by default
 * @param explanation words for reports that no sender would see, e.g. what was thrown; empty by default
 */
public record InProcessResponse(int status, List<HeaderLine> headers, Bytes body, String explanation) {

    /**
     * Checks the status.
     *
     * @throws IllegalArgumentException if it is none of a final answer; the message names it and the bounds
     */
    public InProcessResponse {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status: " + status + " is out of range [200, 599]");
        }
        headers = List.copyOf(headers);
    }

    /** An answer with that status, and nothing else. */
    public static InProcessResponse of(int status) {
        return new InProcessResponse(status, List.of(), Bytes.EMPTY, "");
    }

    /** Returns the same with one more header line. */
    public InProcessResponse withHeader(String name, String value) {
        List<HeaderLine> more = new ArrayList<>(headers);
        more.add(new HeaderLine(name, value));
        return new InProcessResponse(status, more, body, explanation);
    }

    /** Returns the same with that body. */
    public InProcessResponse withBody(Bytes value) {
        return new InProcessResponse(status, headers, value, explanation);
    }

    /** Returns the same with that text as its body, in UTF-8. */
    public InProcessResponse withBody(String text) {
        return withBody(Bytes.utf8(text));
    }

    /** Returns the same with words for reports: shown where there is no body, without what is confidential. */
    public InProcessResponse explained(String words) {
        return new InProcessResponse(status, headers, body, words);
    }
}
