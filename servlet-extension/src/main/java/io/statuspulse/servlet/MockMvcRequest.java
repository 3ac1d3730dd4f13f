package io.statuspulse.servlet;

import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.inprocess.InProcessRequest;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Builds what Spring's own builder does, with a body that comes in pieces. */
final class MockMvcRequest extends AbstractMockHttpServletRequestBuilder<MockMvcRequest> {

    MockMvcRequest(InProcessRequest request) {
        super(HttpMethod.valueOf(request.method()));
        uri(URI.create(request.target()));
        content(request.body().toArray());
        for (HeaderLine line : request.headers().lines()) {
            header(line.name(), line.value());
        }
    }

    @Override
    protected MockHttpServletRequest createServletRequest(ServletContext context) {
        return new Pieces(context);
    }

    private static final class Pieces extends MockHttpServletRequest {
        private @Nullable ServletInputStream stream;

        Pieces(ServletContext context) {
            super(context);
        }

        @Override
        public ServletInputStream getInputStream() {
            ServletInputStream known = stream == null ? new NetworkStream(super.getInputStream()) : stream;
            stream = known;
            return known;
        }
    }
}
