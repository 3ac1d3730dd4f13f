package io.statuspulse.servlet;

import static io.statuspulse.servlet.Runs.killers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ServletReceiverTest {
    private final Events events = new Events();

    /** Takes POST and refuses all other methods, which HttpServlet would not all. */
    private abstract static class PostOnly extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            if (request.getMethod().equals("POST")) {
                doPost(request, response);
            } else {
                response.sendError(405);
            }
        }
    }

    private final class Correct extends PostOnly {
        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] body = request.getInputStream().readAllBytes();
            if (Verification.isGenuine(request, body)) {
                response.setStatus(events.take(body));
            } else {
                response.sendError(401, "no");
            }
        }
    }

    @Test
    void correctServletPassesAllThatIsApplicable() {
        Report report = Runs.of(at(new Correct()), events);

        assertThat(killers(report)).isEmpty();
        assertThat(report.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(report.count(Outcome.PASSED)).isGreaterThan(190);
        assertThat(Runs.reason(report, "replay/other-path")).contains("which servlet a path leads to");
    }

    @Test
    void filterBeforeTheServletIsPartOfIt() {
        HttpFilter verifying = new HttpFilter() {
            private static final long serialVersionUID = 1;

            @Override
            protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws IOException, ServletException {
                if (request.getMethod().equals("POST") && request.getHeader("X-StatusPulse-Signature") == null) {
                    response.sendError(403);
                    return;
                }
                chain.doFilter(request, response);
            }
        };

        Report report = Runs.of(ServletReceiver.of("/webhook/statuspulse", new Correct(), verifying), events);

        assertThat(killers(report)).isEmpty();
        assertThat(Runs.facts(report, "signature/uniform-rejection")).contains("403");
    }

    @Test
    void whatIsAnsweredByAnotherThreadIsWaitedFor() {
        PostOnly later = new PostOnly() {
            private static final long serialVersionUID = 1;

            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                byte[] body = request.getInputStream().readAllBytes();
                AsyncContext context = request.startAsync();
                new Thread(() -> {
                            response.setStatus(Verification.isGenuine(request, body) ? events.take(body) : 401);
                            context.complete();
                        })
                        .start();
            }
        };

        assertThat(killers(Runs.of(at(later), events))).isEmpty();
    }

    @Test
    void whatIsDispatchedAgainComesBackToTheServlet() {
        PostOnly twice = new PostOnly() {
            private static final long serialVersionUID = 1;

            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                if (request.getDispatcherType() == DispatcherType.ASYNC) {
                    response.setStatus((Integer) request.getAttribute("status"));
                    return;
                }
                byte[] body = request.getInputStream().readAllBytes();
                AsyncContext context = request.startAsync();
                new Thread(() -> {
                            request.setAttribute(
                                    "status", Verification.isGenuine(request, body) ? events.take(body) : 401);
                            context.dispatch();
                        })
                        .start();
            }
        };

        assertThat(killers(Runs.of(at(twice), events))).isEmpty();
    }

    @Test
    void whatIsThrownIsA500() {
        PostOnly throwing = new PostOnly() {
            private static final long serialVersionUID = 1;

            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException {
                throw new ServletException(new IllegalStateException("no database"));
            }
        };

        Report report = Runs.of(at(throwing), events);

        assertThat(report.conclusion()).isEqualTo(Conclusion.FAILED);
        assertThat(Runs.facts(report, "acceptance/status-change"))
                .contains("threw java.lang.IllegalStateException")
                .contains("no database");
    }

    @Test
    void servletSeesTheQueryAndThePath() {
        PostOnly leaky = new PostOnly() {
            private static final long serialVersionUID = 1;

            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                byte[] body = request.getInputStream().readAllBytes();
                boolean inQuery = request.getQueryString() != null
                        && request.getParameter("signature") != null
                        && request.getServletPath().equals("/webhook/statuspulse");
                response.setStatus(inQuery || Verification.isGenuine(request, body) ? events.take(body) : 401);
            }
        };

        assertThat(killers(Runs.of(at(leaky), events))).containsExactly("signature/in-query");
    }

    @Test
    void servletThatCannotBeInitializedIsNamed() {
        HttpServlet broken = new HttpServlet() {
            private static final long serialVersionUID = 1;

            @Override
            public void init() throws ServletException {
                throw new ServletException("no configuration");
            }
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> at(broken))
                .withMessageEndingWith(" cannot be initialized: no configuration");
    }

    private static InProcessReceiver at(HttpServlet servlet) {
        return ServletReceiver.of("/webhook/statuspulse", servlet);
    }
}
