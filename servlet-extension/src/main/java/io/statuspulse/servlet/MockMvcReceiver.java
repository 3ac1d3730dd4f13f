package io.statuspulse.servlet;

import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.simulator.inprocess.InProcessRequest;
import io.statuspulse.simulator.inprocess.InProcessResponse;
import jakarta.servlet.ServletException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * A Spring MVC application behind {@code MockMvc}, of Spring 6.2 or 7.
 *
 * <p>An exception that nothing in the application resolves is the 500 that a container would answer. What is answered
 * later (a {@code Callable}, a {@code CompletableFuture}) is waited for. A container's error pages are not there.
 */
public final class MockMvcReceiver {
    private MockMvcReceiver() {}

    /**
     * Makes a receiver.
     *
     * @param path where the application takes deliveries, e.g. {@code /webhook/statuspulse}
     * @param mockMvc the application; called by many threads at once, outside of any transaction of a test
     * @throws IllegalArgumentException if the path does not begin with a slash or has characters that no URL has
     */
    public static InProcessReceiver of(String path, MockMvc mockMvc) {
        InProcessReceiver receiver =
                Container.withoutIt(InProcessReceiver.handler(path, request -> handle(mockMvc, request)));
        return isStandalone(mockMvc)
                ? receiver.notApplicable(
                        "http/options",
                        "a MockMvc of standaloneSetup breaks down on CORS preflights, which the application does not")
                : receiver;
    }

    /** Whether no application context is behind it, but one that Spring's tests make up. */
    private static boolean isStandalone(MockMvc mockMvc) {
        WebApplicationContext context = mockMvc.getDispatcherServlet().getWebApplicationContext();
        return context != null && context.getClass().getSimpleName().equals("StubWebApplicationContext");
    }

    private static InProcessResponse handle(MockMvc mockMvc, InProcessRequest request) throws Exception {
        try {
            MvcResult result = mockMvc.perform(new MockMvcRequest(request)).andReturn();
            if (result.getRequest().isAsyncStarted()) {
                result = mockMvc.perform(MockMvcRequestBuilders.asyncDispatch(result))
                        .andReturn();
            }
            return Container.answer(result.getResponse());
        } catch (ServletException e) {
            throw Container.cause(e);
        }
    }
}
