package io.statuspulse.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.Parameters;
import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.conformance.verdict.Result.Sent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A stub with the matcher, and one that answers 401 to the rest, is a receiver: what the suite expects of a correct one goes
 * through WireMock, and the matcher matches exactly where a delivery must be accepted.
 */
@Timeout(120)
class MatcherSuiteTest {
    private static final String ANSWERED_BY = "X-Answered-By";

    /** Where the answer is a receiver's own choice, this is what it is here. */
    private static final Map<String, String> CHOICES = Map.of(
            "signature/upper-case", "401",
            "signature/uniform-rejection", "401 401 401",
            "timestamp/plus-sign", "401",
            "timestamp/leading-zeros", "200",
            // An effect is what this one asks for, and a stub has none.
            "rotation/retry-across", "200 200");

    private static final List<String> NOT_APPLICABLE =
            List.of("acceptance/http-2", "rotation/previous-after-overlap", "rotation/live");

    private static final Report REPORT =
            run("acceptance/*", "raw-body/*", "signature/*", "tampering/*", "timestamp/*", "secret/*", "rotation/*");

    @Test
    void matcherMatchesExactlyWhatMustBeAccepted() {
        assertThat(Runs.lines(REPORT, Outcome.FAILED)).isEmpty();
        assertThat(Runs.lines(REPORT, Outcome.WARNED)).isEmpty();
        assertThat(Runs.lines(REPORT, Outcome.INCONCLUSIVE)).isEmpty();
        assertThat(Runs.ids(REPORT, Outcome.NOT_APPLICABLE)).containsExactlyElementsOf(NOT_APPLICABLE);
        assertThat(Runs.ids(REPORT, Outcome.OBSERVED)).containsExactlyInAnyOrderElementsOf(CHOICES.keySet());
        assertThat(REPORT.with(Outcome.OBSERVED))
                .allSatisfy(result -> assertThat(statuses(result))
                        .as(result.scenario().id())
                        .isEqualTo(CHOICES.get(result.scenario().id())));
        assertThat(Runs.ids(REPORT, Outcome.PASSED)).hasSizeGreaterThanOrEqualTo(120);
    }

    /** Not Jetty, which might have refused a forgery before the matcher saw it: there is no exception to that. */
    @Test
    void everyDeliveryIsDecidedByTheMatcher() {
        assertThat(answeredBy(Expect.ACCEPT, 25, sent -> true)).containsOnly("matcher");
        assertThat(answeredBy(Expect.REJECT, 90, MatcherSuiteTest::isFaulty)).containsOnly("fallback");
    }

    /** WireMock hands an unpacked body to its matchers, which is not what was signed. */
    @Test
    void packedBodyIsTheExceptionAndNeverMatches() {
        Report report = run("payload/gzip");

        assertThat(report.results())
                .singleElement()
                .satisfies(result -> assertThat(statuses(result)).isEqualTo("401"));
    }

    private static Report run(String... patterns) {
        try (Server server = Server.start(new StatusPulseSignatureMatcher())) {
            stub(server.wireMock());
            return Runs.of(server.url(Runs.PATH), Optional.empty(), patterns);
        }
    }

    private static void stub(WireMockServer wireMock) {
        wireMock.stubFor(any(anyUrl()).atPriority(9).willReturn(unauthorized().withHeader(ANSWERED_BY, "fallback")));
        wireMock.stubFor(post(urlPathEqualTo(Runs.PATH))
                .andMatching(
                        StatusPulseSignatureMatcher.NAME,
                        Parameters.from(Map.of("secret", Runs.SECRET, "previousSecret", Runs.PREVIOUS)))
                .willReturn(ok().withHeader(ANSWERED_BY, "matcher")));
    }

    /** Returns by whom what these scenarios are about was answered. */
    private static Set<String> answeredBy(Expect expect, int atLeast, Predicate<Sent> which) {
        List<Result> results = REPORT.with(Outcome.PASSED).stream()
                .filter(result -> result.scenario().expect() == expect)
                .toList();
        assertThat(results.size()).as(expect + " scenarios").isGreaterThanOrEqualTo(atLeast);
        return results.stream()
                .flatMap(result -> trials(result).stream())
                .filter(which)
                .map(sent -> sent.exchange()
                        .response()
                        .flatMap(response -> response.header(ANSWERED_BY))
                        .orElse("Jetty: " + sent.exchange().delivery().plan()))
                .collect(Collectors.toSet());
    }

    /** Some of what is rejected follows upon a valid delivery. */
    private static boolean isFaulty(Sent sent) {
        return !sent.exchange().delivery().plan().faults().isEmpty();
    }

    private static List<Sent> trials(Result result) {
        return result.sent().stream().filter(sent -> sent.role() == Role.TRIAL).toList();
    }

    private static String statuses(Result result) {
        return String.join(
                " ",
                trials(result).stream()
                        .map(sent -> String.valueOf(sent.exchange().status()))
                        .toList());
    }
}
