package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.ACCEPTED;
import static io.statuspulse.conformance.diagnosis.Symptom.OTHER;
import static io.statuspulse.conformance.diagnosis.Symptom.PROCESSED_THOUGH_REJECTED;
import static io.statuspulse.conformance.diagnosis.Symptom.THREW;

import java.util.List;
import java.util.stream.Stream;

/** Methods and media types. */
final class HttpRules {
    private HttpRules() {}

    static List<Rule> list() {
        return Stream.of(methods(), types()).flatMap(List::stream).toList();
    }

    private static List<Rule> methods() {
        return List.of(
                finding("any-method-taken", "The receiver takes deliveries by any method, not by POST alone.")
                        .each(ACCEPTED, "http/get", "http/put", "http/delete")
                        .explains(ACCEPTED, "http/head", "http/patch", "http/trace", "http/method-override")
                        .explains(PROCESSED_THOUGH_REJECTED, "http/options"),
                finding("get-answered", "The receiver answers GET 2xx.")
                        .any(ACCEPTED, "http/get")
                        .explains(ACCEPTED, "http/head", "http/method-override")
                        .doubt("Whether the GET is a page of its own, or handled as a delivery."),
                finding("head-answered", "The receiver answers HEAD 2xx, as a sign of life.")
                        .any(ACCEPTED, "http/head")
                        .held("GET is refused", "http/get"),
                finding("other-methods-taken", "The receiver takes deliveries by other methods than POST.")
                        .any(ACCEPTED, "http/put", "http/patch", "http/delete")
                        .doubt("Which other methods, beyond those told."),
                finding(
                                "method-override-honoured",
                                "The receiver lets a header make a POST of another method (X-HTTP-Method-Override).")
                        .any(ACCEPTED, "http/method-override")
                        .held("GET itself is refused", "http/get"),
                finding(
                                "trace-answered",
                                "The receiver answers TRACE 2xx: it may show headers to whoever is in between.")
                        .any(ACCEPTED, "http/trace")
                        .doubt("Whether the answer holds the request's headers."),
                finding(
                                "throws-on-other-methods",
                                "The receiver throws on other methods than POST, in place of answering 405.")
                        .any(THREW, "http/get", "http/head", "http/put", "http/patch", "http/delete", "http/options")
                        .explains(THREW, "http/trace", "http/method-override")
                        .doubt("Whether the receiver or its framework throws."),
                finding("options-processed", "The receiver processes what comes by OPTIONS.")
                        .any(PROCESSED_THOUGH_REJECTED, "http/options"),
                finding("cors-opened", "The receiver lets pages of every origin read its answers (CORS).")
                        .any(OTHER, "http/options")
                        .doubt("Whether anything is in them."));
    }

    private static List<Rule> types() {
        return List.of(
                finding(
                                "throws-on-other-content-type",
                                "The receiver throws when the content type is not the one it expects: without its body parser"
                                        + " there is no body, and the code after it does not ask.")
                        .any(THREW, "http/text-plain")
                        .explains(
                                THREW,
                                "http/form-encoded",
                                "http/multipart",
                                "http/no-content-type",
                                "http/bad-charset"),
                throwsOn("missing-content-type", "http/no-content-type", "there is no content type"),
                throwsOn("unknown-charset", "http/bad-charset", "the charset is unknown"),
                throwsOn("form", "http/form-encoded", "the body is declared a form"),
                throwsOn("multipart", "http/multipart", "the body is declared multipart"));
    }

    private static Rule throwsOn(String what, String scenario, String when) {
        return finding("throws-on-" + what, "The receiver throws where " + when + ".")
                .any(THREW, scenario)
                .doubt("Whether the receiver or its framework throws.");
    }
}
