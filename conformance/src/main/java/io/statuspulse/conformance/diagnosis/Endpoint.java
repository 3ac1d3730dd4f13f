package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Response;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells from one answer that it is not, or not only, the receiver's verification that stands in the way. */
public final class Endpoint {
    private Endpoint() {}

    /**
     * Returns what an answer to a correctly signed delivery says of the way to the receiver; empty where it may be the
     * receiver's own verdict on the signature.
     *
     * @param words the answer in words, for the evidence
     */
    public static Optional<Finding> of(Exchange plain, String words) {
        return plain.response()
                .flatMap(response -> of(response, plain.accepted(), "A plain valid delivery got: " + words));
    }

    private static Optional<Finding> of(Response response, boolean accepted, String evidence) {
        return Optional.ofNullable(
                switch (response.status()) {
                    case 301, 302, 303, 307, 308 -> redirected(response, evidence);
                    case 404, 410 ->
                        new Finding(
                                "nothing-at-this-path",
                                "There is nothing at this path: the URL seems to be wrong, or the route is not there yet.",
                                evidence,
                                "Check the path, a trailing slash, a prefix that a proxy adds or takes away, and that the route"
                                        + " is registered for POST.");
                    case 405, 501 ->
                        new Finding(
                                "refuses-post",
                                "What is at this path does not take POST: the URL seems to be that of another route.",
                                evidence,
                                "Register the route for POST, or mend the URL.");
                    case 407 ->
                        new Finding(
                                "asks-for-a-login",
                                "A proxy wants credentials before it lets deliveries through.",
                                evidence,
                                "Let this path through without credentials: deliveries bring a signature and nothing else.");
                    case 413 ->
                        new Finding(
                                "refuses-small-bodies",
                                "A body of a few hundred bytes is too large for the receiver, or for what stands before it.",
                                evidence,
                                "Raise the limit for bodies to 1 MiB (nginx: client_max_body_size).");
                    case 415 ->
                        new Finding(
                                "refuses-json",
                                "The receiver does not take Content-Type: application/json.",
                                evidence,
                                "Take application/json on this route, and read the body as bytes whatever its type.");
                    case 502, 503, 504 ->
                        new Finding(
                                "nothing-behind-the-gateway",
                                "What stands before the receiver answers that it cannot reach it, or the receiver says that it"
                                        + " is not ready.",
                                evidence,
                                "Start the receiver, and check where the proxy sends this path.");
                    default -> byBody(response, accepted, evidence);
                });
    }

    private static Finding redirected(Response response, String evidence) {
        String to = response.header("Location").orElse("").toLowerCase(Locale.ROOT);
        boolean login = to.contains("login")
                || to.contains("signin")
                || to.contains("sign-in")
                || to.contains("sso")
                || to.contains("oauth");
        return login
                ? new Finding(
                        "asks-for-a-login",
                        "The endpoint sends deliveries to a login page: the route wants a session.",
                        evidence,
                        "Take this route out of what needs a login, and of CSRF protection: its signature is what protects it.")
                : new Finding(
                        "redirects-deliveries",
                        "The endpoint redirects deliveries, which the provider does not follow: they are lost.",
                        evidence,
                        "Register the URL that it redirects to (https instead of http, with or without the trailing slash), or"
                                + " have the route answer itself.");
    }

    private static @Nullable Finding byBody(Response response, boolean accepted, String evidence) {
        if (!isPage(response)) {
            return null;
        }
        String page = response.body().asUtf8().toLowerCase(Locale.ROOT);
        if (page.contains("type=\"password\"") || page.contains("type='password'") || page.contains("type=password")) {
            return new Finding(
                    "asks-for-a-login",
                    "The endpoint answers with a login page, so that what it answers is no verdict of the receiver.",
                    evidence,
                    "Take this route out of what needs a login: its signature is what protects it.");
        }
        return response.status() != 403 || accepted
                ? null
                : new Finding(
                        "gateway-refuses",
                        "A page says that access is forbidden: it seems to come from something before the receiver, such as a"
                                + " firewall or a check of addresses or of CSRF tokens.",
                        evidence,
                        "Let POST to this path through by its path, not by address or User-Agent, and take it out of CSRF"
                                + " protection; --header adds what a gateway asks for.");
    }

    private static boolean isPage(Response response) {
        return response.header("Content-Type")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .contains("html")
                || response.body().asUtf8().strip().startsWith("<");
    }
}
