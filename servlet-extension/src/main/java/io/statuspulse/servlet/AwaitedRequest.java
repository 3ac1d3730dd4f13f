package io.statuspulse.servlet;

import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.inprocess.InProcessRequest;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;

/** A request whose answer can be waited for, where the servlet answers from another thread. */
final class AwaitedRequest extends MockHttpServletRequest {
    private final BlockingQueue<Boolean> dispatchedAgain = new LinkedBlockingQueue<>();
    private @Nullable ServletInputStream stream;
    private boolean awaited;

    private AwaitedRequest(ServletContext context, InProcessRequest request) {
        super(context, request.method(), request.path());
    }

    static AwaitedRequest of(InProcessRequest received, ServletContext context) {
        AwaitedRequest request = new AwaitedRequest(context, received);
        request.setAsyncSupported(true);
        request.setServletPath(decoded(received.path().replace("+", "%2B")));
        request.setContent(received.body().toArray());
        for (HeaderLine line : received.headers().lines()) {
            request.addHeader(line.name(), line.value());
        }
        received.query().ifPresent(query -> {
            request.setQueryString(query);
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                request.addParameter(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        });
        return request;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public ServletInputStream getInputStream() {
        ServletInputStream known = stream == null ? new NetworkStream(super.getInputStream()) : stream;
        stream = known;
        return known;
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, @Nullable ServletResponse response) {
        awaited = true;
        AsyncContext context = super.startAsync(request, response);
        // Here, before anybody else has it: it is not made for listeners that come while it completes.
        context.addListener(new Completion());
        ((MockAsyncContext) context).addDispatchHandler(() -> dispatchedAgain.add(true));
        return context;
    }

    /** Waits for whatever was begun, and returns whether the servlet is to be called once more. */
    boolean isToBeDispatchedAgain() throws InterruptedException {
        if (!awaited) {
            return false;
        }
        awaited = false;
        return dispatchedAgain.take();
    }

    private final class Completion implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            dispatchedAgain.add(false);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // The deadline of whoever sends is the only one.
        }

        @Override
        public void onError(AsyncEvent event) {
            // It completes all the same.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // startAsync above has seen to it.
        }
    }
}
