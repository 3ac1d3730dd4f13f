package io.statuspulse.servlet;

import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.simulator.inprocess.InProcessRequest;
import io.statuspulse.simulator.inprocess.InProcessResponse;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockFilterConfig;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletConfig;
import org.springframework.mock.web.MockServletContext;

/**
 * A servlet, and the filters before it, of an application with or without Spring: Spring's mock objects stand for the
 * container.
 *
 * <p>What is thrown is the 500 that a container would answer. What is answered later ({@code startAsync}) is waited for. A
 * container's error pages, and its choice of a servlet for a path, are not there.
 */
public final class ServletReceiver {
    private ServletReceiver() {}

    /**
     * Makes a receiver of a servlet, and initializes it and the filters.
     *
     * @param path where the servlet would take deliveries, e.g. {@code /webhook/statuspulse}
     * @param servlet the servlet; called by many threads at once
     * @param filters what requests go through before it, in that order
     * @throws IllegalArgumentException if the path does not begin with a slash or has characters that no URL has
     * @throws IllegalStateException if the servlet or a filter cannot be initialized
     */
    public static InProcessReceiver of(String path, Servlet servlet, Filter... filters) {
        MockServletContext context = new MockServletContext();
        initialize(context, servlet, filters);
        return Container.withoutIt(
                        InProcessReceiver.handler(path, request -> handle(context, request, servlet, filters)))
                .notApplicable(
                        "replay/other-path",
                        "which servlet a path leads to is up to the servlet container, and there is none");
    }

    private static void initialize(MockServletContext context, Servlet servlet, Filter... filters) {
        try {
            servlet.init(new MockServletConfig(context, servlet.getClass().getSimpleName()));
            for (Filter filter : filters) {
                filter.init(new MockFilterConfig(context, filter.getClass().getSimpleName()));
            }
        } catch (ServletException e) {
            throw new IllegalStateException(
                    servlet.getClass().getName() + " cannot be initialized: " + e.getMessage(), e);
        }
    }

    private static InProcessResponse handle(
            MockServletContext context, InProcessRequest received, Servlet servlet, Filter... filters)
            throws Exception {
        AwaitedRequest request = AwaitedRequest.of(received, context);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            new MockFilterChain(servlet, filters).doFilter(request, response);
            while (request.isToBeDispatchedAgain()) {
                request.setDispatcherType(DispatcherType.ASYNC);
                new MockFilterChain(servlet, filters).doFilter(request, response);
            }
            return Container.answer(response);
        } catch (ServletException e) {
            throw Container.cause(e);
        }
    }
}
