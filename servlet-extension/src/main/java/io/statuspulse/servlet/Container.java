package io.statuspulse.servlet;

import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.inprocess.InProcessResponse;
import jakarta.servlet.ServletException;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a servlet container does around an application, or would do. */
final class Container {
    private static final int FIRST_ERROR = 400;

    private Container() {}

    static InProcessReceiver withoutIt(InProcessReceiver receiver) {
        return receiver.notApplicable(
                "http/trace", "whether TRACE reaches an application is up to the servlet container, and there is none");
    }

    /** Makes an answer of what the application left behind. */
    static InProcessResponse answer(MockHttpServletResponse response) {
        String forwarded = response.getForwardedUrl();
        if (forwarded != null && response.getStatus() < FIRST_ERROR) {
            // The status is the default one: what answers there has not been called.
            return InProcessResponse.of(500)
                    .explained("forwarded to " + forwarded + ", which only a container follows");
        }
        InProcessResponse answer =
                InProcessResponse.of(response.getStatus()).withBody(Bytes.of(response.getContentAsByteArray()));
        for (String name : response.getHeaderNames()) {
            for (String value : response.getHeaders(name)) {
                answer = answer.withHeader(name, value);
            }
        }
        String message = response.getErrorMessage();
        return message == null ? answer : answer.explained(message);
    }

    /** Returns what the application threw, out of what its framework wrapped it in. */
    static Exception cause(ServletException wrapped) {
        return wrapped.getCause() instanceof Exception cause ? cause : wrapped;
    }
}
