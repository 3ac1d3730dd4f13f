package io.statuspulse.conformance.receiver;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Methods and paths that are handled and should not be, and answers that lead elsewhere (REQ-HTTP-2 and 4). */
final class MethodDefects {

    private MethodDefects() {}

    static List<Defect> all() {
        return List.of(
                answering("answers-get", "answers GET and HEAD with 200", r -> Answer.ok(), "GET", "HEAD"),
                answering("answers-head", "answers HEAD with 200, as a sign of life", r -> Answer.ok(), "HEAD"),
                answering("opens-cors", "answers OPTIONS with leave for every origin", r -> preflight(), "OPTIONS"),
                answering("echoes-trace", "echoes a TRACE request with its headers", MethodDefects::echo, "TRACE"),
                taking("takes-put-and-patch", "handles PUT and PATCH as if they were POST", "PUT", "PATCH"),
                taking("takes-delete", "handles DELETE as if it were POST", "DELETE"),
                Defect.ofHttp(
                        "takes-any-method",
                        "handles every method as if it were POST",
                        "the Go handler of the StatusPulse guide",
                        () -> new HttpRules() {
                            @Override
                            boolean allowed(String method) {
                                return true;
                            }
                        }),
                Defect.ofHttp(
                        "honours-method-override",
                        "lets X-HTTP-Method-Override make a POST of any method",
                        "",
                        () -> new HttpRules() {
                            @Override
                            Optional<Answer> refuse(Request head) {
                                boolean post = head.headers()
                                        .values("X-HTTP-Method-Override")
                                        .contains("POST");
                                return super.refuse(post ? head.withMethod("POST") : head);
                            }
                        }),
                Defect.ofHttp("answers-any-path", "handles deliveries on every path", "", () -> new HttpRules() {
                    @Override
                    boolean routed(String path) {
                        return true;
                    }
                }),
                Defect.ofFlow(
                        "redirects-now-and-then",
                        "sends one delivery in 8192 on to another node, by 307",
                        "",
                        parts -> new Flow(parts) {
                            @Override
                            Answer taken(Request request) {
                                return Sample.holds(3372, request)
                                        ? redirect(307, "http://node-9.invalid" + HttpRules.PATH)
                                        : super.taken(request);
                            }
                        }),
                Defect.ofFlow(
                        "redirects-rejections",
                        "redirects a rejected delivery to a log-in page",
                        "",
                        parts -> new Flow(parts) {
                            @Override
                            Answer rejected(Request request) {
                                return redirect(302, "/login");
                            }
                        }));
    }

    private static Defect answering(String name, String summary, Function<Request, Answer> answer, String... methods) {
        return Defect.ofHttp(name, summary, "", () -> new HttpRules() {
            @Override
            Optional<Answer> refuse(Request head) {
                return routed(head.path()) && Set.of(methods).contains(head.method())
                        ? Optional.of(answer.apply(head))
                        : super.refuse(head);
            }
        });
    }

    private static Defect taking(String name, String summary, String... more) {
        return Defect.ofHttp(name, summary, "", () -> new HttpRules() {
            @Override
            boolean allowed(String method) {
                return super.allowed(method) || Set.of(more).contains(method);
            }
        });
    }

    private static Answer redirect(int status, String location) {
        return new Answer(status, "", List.of(new Headers.Line("Location", location)), false);
    }

    private static Answer preflight() {
        return new Answer(
                204,
                "",
                List.of(
                        new Headers.Line("Access-Control-Allow-Origin", "*"),
                        new Headers.Line("Access-Control-Allow-Methods", "POST")),
                false);
    }

    private static Answer echo(Request request) {
        StringBuilder lines = new StringBuilder("TRACE " + request.path() + " HTTP/1.1\r\n");
        request.headers()
                .lines()
                .forEach(l ->
                        lines.append(l.name()).append(": ").append(l.value()).append("\r\n"));
        return new Answer(200, lines.toString(), List.of(new Headers.Line("Content-Type", "message/http")), false);
    }
}
