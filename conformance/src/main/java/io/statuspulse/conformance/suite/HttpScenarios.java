package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.Requirement.HTTP_1;
import static io.statuspulse.conformance.scenario.Requirement.HTTP_2;
import static io.statuspulse.conformance.scenario.Requirement.HTTP_3;
import static io.statuspulse.conformance.scenario.Requirement.HTTP_4;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.should;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Trial.Effects;
import io.statuspulse.simulator.delivery.BodyEdit.WholeBody;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SentEdit.AddHeader;
import io.statuspulse.simulator.delivery.SentEdit.AlterSignature;
import io.statuspulse.simulator.delivery.SentEdit.ContentType;
import io.statuspulse.simulator.delivery.SentEdit.DropHeader;
import io.statuspulse.simulator.delivery.SentEdit.HeaderRole;
import io.statuspulse.simulator.delivery.SentEdit.Method;
import io.statuspulse.simulator.delivery.SignatureAlteration;
import java.util.List;
import java.util.stream.Stream;

/** Methods, media types, and when and how a receiver answers; what is wrong with the wire itself is elsewhere. */
final class HttpScenarios {
    private static final String ANY_METHOD =
            "Caches, prefetchers and scanners send other methods: what is processed on a GET is processed by accident, and"
                    + " past the checks that are written for POST.";
    private static final String OTHER_TYPE =
            "A body parser that does not know the type leaves nothing behind, and the code after it throws: a 500 for what is"
                    + " somebody else's mistake.";
    private static final String LATE =
            "What takes longer than the provider waits counts as failed and comes again: the slower the receiver, the more it"
                    + " is given to do.";

    private HttpScenarios() {}

    static List<Scenario> list() {
        return Stream.of(methods(), types(), answers()).flatMap(List::stream).toList();
    }

    private static List<Scenario> methods() {
        return List.of(
                method(must("http/get", HTTP_4, "GET is refused and has no effect"))
                        .rejects(by("GET")),
                method(must("http/head", HTTP_4, "HEAD is refused and has no effect"))
                        .rejects(by("HEAD")),
                method(must("http/put", HTTP_4, "a signed PUT is refused and has no effect"))
                        .rejects(by("PUT")),
                method(must("http/patch", HTTP_4, "a signed PATCH is refused and has no effect"))
                        .rejects(by("PATCH")),
                method(must("http/delete", HTTP_4, "a signed DELETE is refused and has no effect"))
                        .rejects(by("DELETE")),
                method(should("http/options", HTTP_4, "OPTIONS has no effect and opens no CORS"))
                        .refs("CWE-942")
                        .survivesAll(
                                Effects.NONE,
                                Step.of(
                                        valid().with(
                                                        new AddHeader("Origin", "https://elsewhere.example"),
                                                        new AddHeader("Access-Control-Request-Method", "POST"))
                                                .but(new Method("OPTIONS")),
                                        Answer.ANY_WITHOUT_CORS)),
                method(should("http/trace", HTTP_4, "TRACE is refused"))
                        .refs("RFC 9110, 9.3.8", "CWE-489")
                        .rejects(by("TRACE")),
                method(should("http/method-override", HTTP_4, "a GET with X-HTTP-Method-Override: POST is refused"))
                        .rejects(valid().with(new AddHeader("X-HTTP-Method-Override", "POST"))
                                .but(new Method("GET"))));
    }

    private static List<Scenario> types() {
        return List.of(
                type(should("http/form-encoded", HTTP_1, "a signed form-encoded body is answered 4xx, never 5xx"))
                        .refuses(valid().but(
                                        new WholeBody("event_type=status_change&current_status=operational"),
                                        new ContentType("application/x-www-form-urlencoded"))),
                type(should("http/text-plain", HTTP_1, "a signed delivery as text/plain is answered, not a 500"))
                        .survives(valid().but(new ContentType("text/plain"))),
                type(should(
                                "http/no-content-type",
                                HTTP_1,
                                "a signed delivery without content type is answered, not a 500"))
                        .survives(valid().but(new DropHeader(HeaderRole.CONTENT_TYPE))),
                type(should("http/bad-charset", HTTP_1, "an unknown charset is answered, not a 500"))
                        .survives(valid().but(new ContentType("application/json; charset=klingon"))),
                type(should("http/multipart", HTTP_1, "a multipart body is answered 4xx, never 5xx"))
                        .refuses(valid().but(
                                        new WholeBody(
                                                "--kit\r\nContent-Disposition: form-data; name=\"event_type\"\r\n\r\nstatus_change"
                                                        + "\r\n--kit--\r\n"),
                                        new ContentType("multipart/form-data; boundary=kit"))));
    }

    private static List<Scenario> answers() {
        return List.of(
                must("http/no-redirect", HTTP_2, "no delivery is answered 3xx")
                        .why(
                                "The provider follows no redirection: to a login page, to https, to the path with a slash, it is"
                                        + " a failed attempt, and every retry of it is one too.")
                        .mend(Mends.NO_REDIRECT)
                        .redirectsNothing(valid(), valid().but(forged())),
                must("http/answer-in-time", HTTP_3, "a valid delivery is answered within the deadline")
                        .why(LATE)
                        .mend(Mends.PROMPT)
                        .accepts(valid()),
                should("http/rejection-in-time", HTTP_3, "a forged delivery is answered within the deadline")
                        .why("A delay for whoever gets it wrong holds a worker, for anybody who asks.")
                        .mend(Mends.PROMPT)
                        .rejects(valid().but(forged())));
    }

    private static AlterSignature forged() {
        return new AlterSignature(SignatureAlteration.EVERY_CHARACTER);
    }

    private static ScenarioBuilder method(ScenarioBuilder scenario) {
        return scenario.why(ANY_METHOD).mend(Mends.METHODS).alsoRejectedBy(404, 405, 501);
    }

    private static ScenarioBuilder type(ScenarioBuilder scenario) {
        return scenario.why(OTHER_TYPE).mend(Mends.MEDIA_TYPE);
    }

    /** The whole delivery, signed, with another method. */
    private static DeliveryPlan by(String method) {
        return valid().but(new Method(method));
    }
}
