package io.statuspulse.conformance.receiver;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Heads that are refused and should not be, or crashed on (REQ-HTTP-1 and 2). */
final class HttpDefects {

    private static final int MOST_HEAD = 32 * 1024;

    private static final Set<String> KNOWN_HEADERS = Set.of(
            "host",
            "content-type",
            "content-length",
            "transfer-encoding",
            "connection",
            "expect",
            "accept",
            "accept-encoding",
            "user-agent",
            "date",
            "te",
            "trailer");

    private HttpDefects() {}

    static List<Defect> all() {
        return List.of(
                refusing(
                        "exact-content-type",
                        "wants the content type to be application/json without any parameter",
                        "SlackNet #229",
                        r -> contentType(r)
                                .filter(t -> !t.equalsIgnoreCase("application/json"))
                                .map(t -> wrongType())),
                refusing(
                        "case-sensitive-content-type",
                        "compares the content type with regard to case",
                        "",
                        r -> contentType(r)
                                .filter(t -> !t.startsWith("application/json"))
                                .map(t -> wrongType())),
                refusing(
                        "case-sensitive-headers",
                        "looks its headers up by one spelling of their names",
                        "standard-webhooks: its Ruby and PHP libraries",
                        r -> spelled(r, Headers.SIGNATURE) && spelled(r, Headers.TIMESTAMP)
                                ? Optional.empty()
                                : Optional.of(Answer.error(401, "invalid signature"))),
                refusing(
                        "rejects-unlisted-headers",
                        "refuses requests with headers that are not on its list, as an overzealous firewall does",
                        "",
                        r -> r.headers().lines().stream().allMatch(HttpDefects::listed)
                                ? Optional.empty()
                                : Optional.of(Answer.error(400, "unexpected header"))),
                refusing(
                        "needs-content-length",
                        "refuses a body that does not declare its length",
                        "",
                        r -> r.headers().first("Transfer-Encoding").map(t -> Answer.error(411, "length required"))),
                refusing(
                        "answers-417",
                        "refuses every expectation in place of sending 100 Continue",
                        "",
                        r -> r.headers()
                                .first("Expect")
                                .map(t ->
                                        Answer.error(417, "expectation failed").closing())),
                refusing(
                        "hangs-up-on-connection-close",
                        "closes the connection when asked to, before it has answered",
                        "",
                        r -> r.headers()
                                .first("Connection")
                                .filter(v -> v.toLowerCase(Locale.ROOT).contains("close"))
                                .map(v -> Answer.HANG_UP)),
                refusing("throws-on-large-head", "throws on more than 32 KiB of headers", "", r -> {
                    if (size(r.headers()) > MOST_HEAD) {
                        throw new IllegalStateException("buffer is full");
                    }
                    return Optional.empty();
                }));
    }

    /** A receiver that looks at a delivery's head first, and answers where the correct one would go on. */
    static Defect refusing(String name, String summary, String source, Function<Request, Optional<Answer>> first) {
        return Defect.ofHttp(name, summary, source, () -> new HttpRules() {
            @Override
            Optional<Answer> refuse(Request head) {
                boolean delivery = routed(head.path()) && allowed(head.method());
                Optional<Answer> own = delivery ? first.apply(head) : Optional.empty();
                return own.or(() -> super.refuse(head));
            }
        });
    }

    private static Answer wrongType() {
        return Answer.error(415, "unsupported media type");
    }

    static Optional<String> contentType(Request request) {
        return request.headers().first("Content-Type");
    }

    private static int size(Headers headers) {
        return headers.lines().stream()
                .mapToInt(l -> l.name().length() + l.value().length())
                .sum();
    }

    private static boolean spelled(Request request, String name) {
        return request.headers().lines().stream()
                .map(Headers.Line::name)
                .noneMatch(n -> n.equalsIgnoreCase(name) && !n.equals(name));
    }

    private static boolean listed(Headers.Line line) {
        String name = line.name().toLowerCase(Locale.ROOT);
        return KNOWN_HEADERS.contains(name) || name.startsWith("x-statuspulse-");
    }
}
