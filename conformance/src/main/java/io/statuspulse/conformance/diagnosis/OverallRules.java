package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.CUT_OFF;
import static io.statuspulse.conformance.diagnosis.Symptom.DIED;
import static io.statuspulse.conformance.diagnosis.Symptom.HUNG;
import static io.statuspulse.conformance.diagnosis.Symptom.OTHER;
import static io.statuspulse.conformance.diagnosis.Symptom.REDIRECTED;
import static io.statuspulse.conformance.diagnosis.Symptom.REJECTED;
import static io.statuspulse.conformance.diagnosis.Symptom.THREW;

import java.util.List;

/** What concerns everything: a receiver that goes down, takes nothing, or answers for somebody else. */
final class OverallRules {
    private OverallRules() {}

    static List<Rule> list() {
        return List.of(
                finding(
                                "goes-down",
                                "The receiver does not survive one of these deliveries: from then on it takes valid ones no"
                                        + " more.")
                        .any(DIED, "*")
                        .broken("http/alive-after")
                        // What runs late, or beside it.
                        .explainsAll(
                                "http/slow-*",
                                "http/idle-connections",
                                "rotation/previous-after-overlap",
                                "rotation/live")
                        .mend(
                                "Look into the receiver's log at the first of these deliveries, catch what it throws, and give"
                                        + " back in a finally block what it holds: a lock, a connection, a worker.")
                        .doubt(
                                "Which part of the receiver is broken; that what failed after it would pass without it."),
                finding(
                                "fails-afterwards",
                                "The receiver does not take the valid delivery that comes after one of these, or not at once.")
                        .any(DIED, "*")
                        .mend(
                                "Look into the receiver's log at that delivery: the process ended, hung, or lost what it needs.")
                        .doubt("Whether it recovers later."),
                finding(
                                "status-change-refused",
                                "The receiver refuses correctly signed status_change events, and takes other types.")
                        .each(REJECTED, "acceptance/status-change")
                        .any(REJECTED, "acceptance/guide-example", "acceptance/chunked", "acceptance/extra-headers")
                        .held(
                                "the secret and the signed content are right",
                                "acceptance/latency-spike",
                                "acceptance/certificate-expiry")
                        .explains(REJECTED, "*")
                        .mend("Take all event types of the contract, and answer 2xx to types that you do not know.")
                        .doubt("Anything else: nearly every scenario sends a status_change event."),
                finding(
                                "verifies-with-previous-secret",
                                "The receiver verifies with the previous secret and not with the current one: it did not take"
                                        + " up the new one, or the two are exchanged in the kit's options.")
                        .each(REJECTED, "acceptance/status-change", "rotation/current")
                        .held("only the secret is another", "rotation/previous-in-overlap")
                        .explains(REJECTED, "*")
                        .mend("Restart the receiver or have it read its secrets again; compare --secret and"
                                + " --previous-secret with its configuration.")
                        .doubt("Which of the two sides is wrong."),
                finding("rejects-every-delivery", "The receiver rejects every correctly signed delivery.")
                        .each(
                                REJECTED,
                                "acceptance/status-change",
                                "acceptance/latency-spike",
                                "acceptance/maintenance-window",
                                "acceptance/certificate-expiry",
                                "rotation/current")
                        .explains(REJECTED, "*")
                        .mend(
                                "Check the URL and the secret first; then that the receiver computes the hex HMAC-SHA256, keyed"
                                        + " with the whole secret as text, of the timestamp header, a dot and the raw body, and"
                                        + " compares hex with hex.")
                        .doubt("Whether the secret, the signed content or the comparison is the reason."),
                finding(
                                "redirects-rejections",
                                "The receiver answers what it rejects with a redirection, to a log-in page or an error page,"
                                        + " in place of a 401.")
                        .several(REDIRECTED, "signature/*", "tampering/*", "secret/*", "timestamp/*")
                        .held("it is not the path that redirects", "acceptance/status-change")
                        .explains(REDIRECTED, "*")
                        .mend(
                                "Exempt the webhook's path from the log-in filter and the error page's redirection, and answer"
                                        + " 401 from the handler itself.")
                        .doubt("Where the redirection leads: the kit follows none."),
                finding(
                                "redirects-some",
                                "The receiver, or what stands in front of it, redirects some deliveries that it should answer.")
                        .any(REDIRECTED, "http/no-redirect")
                        .explains(REDIRECTED, "*")
                        .doubt("By what they are chosen; another run may see other ones."),
                unanswered(
                        "rejections-unanswered",
                        HUNG,
                        "The receiver gives no answer to what it rejects, until the sender's deadline."),
                unanswered(
                        "rejections-cut-off",
                        CUT_OFF,
                        "The receiver closes the connection on what it rejects, in place of answering 401."),
                finding(
                                "throws-on-every-forgery",
                                "The receiver answers 5xx to whatever it should reject: the exception of its verification is"
                                        + " caught by nobody, or it is answered with the wrong status.")
                        .each(THREW, "signature/wrong", "signature/all-zeros", "tampering/field-changed")
                        .explains(
                                THREW,
                                "signature/*",
                                "tampering/*",
                                "timestamp/*",
                                "secret/*",
                                "rotation/*",
                                "replay/*",
                                "http/folded-header",
                                "http/rejection-in-time",
                                "http/content-length-short")
                        .mend(
                                "Catch the verification's exception in the handler (@ExceptionHandler, an ExceptionMapper) and"
                                        + " answer 401.",
                                "Wrap the verification in try/catch and answer res.status(401).end(); an error given to next()"
                                        + " is answered 500 unless err.status says otherwise.",
                                "Answer http.Error(w, \"unauthorized\", http.StatusUnauthorized) and return; do not panic.",
                                "Catch the verification's exception and answer 401 (Flask: abort(401); Django:"
                                        + " HttpResponse(status=401)).")
                        .doubt(
                                "That the signature is looked at at all: a receiver that throws for another reason looks the"
                                        + " same."),
                finding(
                                "rejects-with-another-status",
                                "The receiver rejects forgeries with a status that does not say so; senders expect a 401.")
                        .each(OTHER, "signature/wrong", "tampering/field-changed")
                        .explains(
                                OTHER,
                                "signature/*",
                                "tampering/*",
                                "timestamp/*",
                                "secret/*",
                                "rotation/*",
                                "replay/*")
                        .mend("Answer 401 (400 and 403 are tolerated), or tell the kit what stands for a rejection:"
                                + " --reject-status.")
                        .doubt("That these answers were meant as rejections."));
    }

    private static Rule unanswered(String id, Symptom how, String sentence) {
        return finding(id, sentence)
                .several(how, "signature/*", "tampering/*", "timestamp/*", "secret/*")
                .held("genuine deliveries are answered", "acceptance/status-change")
                .explains(how, "rotation/*", "replay/*", "http/rejection-in-time")
                .mend(
                        "Answer 401 and return wherever a verification fails: a handler that returns without an answer, or"
                                + " whose exception is lost in a callback, leaves the sender waiting.")
                .doubt("That it is the receiver and not a firewall before it.");
    }
}
