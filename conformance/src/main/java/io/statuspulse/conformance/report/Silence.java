package io.statuspulse.conformance.report;

import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import java.util.Optional;

/** Words for a receiver that does not answer, or no longer. */
final class Silence {
    private Silence() {}

    /** Returns what is to be said of it; empty where the receiver answered to the end. */
    static Optional<Finding> of(Report report) {
        boolean answeredOnce = report.results().stream()
                .flatMap(result -> result.sent().stream())
                .anyMatch(sent -> sent.exchange().response().isPresent());
        return report.unreachable()
                .map(why -> onlyTlsJudged(report)
                        ? new Finding(
                                "not-judged-behind-tls",
                                "No delivery was answered, so nothing but TLS itself was judged.",
                                why,
                                "Mend what the tls scenarios say where they fail: for a private root there is --ca-file FILE, and"
                                        + " --insecure sends deliveries whatever the certificate is. Where they pass, check"
                                        + " that the receiver runs and answers.")
                        : answeredOnce
                                ? new Finding(
                                        "stopped-answering",
                                        "The receiver stopped answering during the run, so what came afterwards was not judged.",
                                        why,
                                        "Find out in its log what it did then, start it again, and run that scenario alone.")
                                : new Finding(
                                        "unreachable",
                                        "The receiver could not be reached, so it was not judged.",
                                        why,
                                        "Check that it runs, that host, port and scheme of the URL are right, and that no"
                                                + " firewall, proxy or certificate is in the way."));
    }

    private static boolean onlyTlsJudged(Report report) {
        boolean judged = report.results().stream()
                .anyMatch(result -> result.scenario().has(Tag.TLS)
                        && result.outcome() != Outcome.INCONCLUSIVE
                        && result.outcome() != Outcome.NOT_APPLICABLE);
        return judged
                && report.results().stream()
                        .flatMap(result -> result.sent().stream())
                        .noneMatch(sent -> sent.exchange().accepted());
    }
}
