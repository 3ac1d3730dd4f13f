package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.CUT_OFF;
import static io.statuspulse.conformance.diagnosis.Symptom.HUNG;
import static io.statuspulse.conformance.diagnosis.Symptom.OTHER;
import static io.statuspulse.conformance.diagnosis.Symptom.REJECTED;

import java.util.List;

/** Shapes of HTTP in which genuine deliveries come, and that a receiver does not take. */
final class AcceptanceRules {
    private AcceptanceRules() {}

    static List<Rule> list() {
        return List.of(
                finding(
                                "header-names-case-sensitive",
                                "The receiver looks its headers up by one spelling of their names: other spellings are as good"
                                        + " as missing.")
                        .any(REJECTED, "acceptance/lower-case-header-names", "acceptance/upper-case-header-names")
                        .asForged("acceptance/lower-case-header-names", "acceptance/upper-case-header-names")
                        .held("the usual spelling is found", "acceptance/status-change"),
                finding(
                                "unlisted-headers-refused",
                                "The receiver, or a firewall before it, refuses requests with headers that it does not know.")
                        .any(REJECTED, "acceptance/extra-headers")
                        .explains(REJECTED, "idempotency/transport-headers-change")
                        .doubt("Which header it is."),
                finding(
                                "header-white-space-kept",
                                "The receiver takes white space around header values for a part of them.")
                        .any(REJECTED, "acceptance/header-whitespace")
                        .asForged("acceptance/header-whitespace")
                        .doubt("Whether the receiver or its server keeps it."),
                finding(
                                "content-type-compared-as-text",
                                "The receiver compares the content type as text: a charset parameter or another case is"
                                        + " refused.")
                        .any(REJECTED, "acceptance/charset-parameter", "acceptance/content-type-case"),
                finding(
                                "content-length-needed",
                                "The receiver refuses bodies that come in chunks, without a declared length.")
                        .any(REJECTED, "acceptance/chunked")
                        .held("several segments are no matter", "acceptance/split-writes")
                        .explains(REJECTED, "acceptance/one-byte-chunks")
                        .explains(OTHER, "http/bad-chunk-size"),
                finding("many-chunks-refused", "The receiver refuses a body that comes in very many chunks.")
                        .any(REJECTED, "acceptance/one-byte-chunks")
                        .held("larger chunks are taken", "acceptance/chunked")
                        .doubt("How many it takes."),
                finding("expectation-refused", "The receiver refuses Expect: 100-continue.")
                        .any(REJECTED, "acceptance/expect-continue"),
                finding(
                                "closes-before-answer",
                                "The receiver closes the connection before it has answered where the sender asked for it to be"
                                        + " closed.")
                        .any(CUT_OFF, "acceptance/connection-close"),
                finding(
                                "connection-state-leaks",
                                "What one delivery leaves behind spoils the next on the same connection: the receiver keeps"
                                        + " state (a MAC that is not reset, for one) with the connection.")
                        .any(REJECTED, "acceptance/keep-alive")
                        .asForged("acceptance/keep-alive")
                        .held("on new connections deliveries are taken", "acceptance/status-change")
                        .explains(REJECTED, "http/connection-after-rejection")
                        .mend(
                                "Make a new Mac for each delivery, and keep nothing of a request with its connection or thread.")
                        .doubt("What it is that is left behind."),
                finding(
                                "body-left-after-rejection",
                                "After a rejection the next delivery on the same connection fails: most likely the rejected body"
                                        + " is not read, and taken for the beginning of the next request.")
                        .any(REJECTED, "http/connection-after-rejection")
                        .held("after an accepted one it is taken", "acceptance/keep-alive"),
                finding(
                                "answers-too-late",
                                "The receiver answers some deliveries only after the deadline: they count as failed, and come"
                                        + " again.")
                        .any(HUNG, "http/answer-in-time")
                        .doubt("What makes it slow, and how often."),
                finding("rejects-too-late", "The receiver rejects some forgeries only after the deadline.")
                        .any(HUNG, "http/rejection-in-time")
                        .doubt("What makes it slow, and how often."));
    }
}
