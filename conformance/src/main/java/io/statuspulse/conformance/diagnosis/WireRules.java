package io.statuspulse.conformance.diagnosis;

import static io.statuspulse.conformance.diagnosis.Rule.finding;
import static io.statuspulse.conformance.diagnosis.Symptom.ACCEPTED;
import static io.statuspulse.conformance.diagnosis.Symptom.HUNG;
import static io.statuspulse.conformance.diagnosis.Symptom.KEPT_OPEN;
import static io.statuspulse.conformance.diagnosis.Symptom.LATE;
import static io.statuspulse.conformance.diagnosis.Symptom.THREW;

import java.util.List;
import java.util.stream.Stream;

/** HTTP that is broken, slow or idle: mostly the server's own matter. */
final class WireRules {
    private static final String SERVER = "Whether the receiver's server or a proxy before it does so.";

    private WireRules() {}

    static List<Rule> list() {
        return Stream.of(framing(), headers(), waiting()).flatMap(List::stream).toList();
    }

    private static List<Rule> framing() {
        return List.of(
                finding(
                                "reads-past-declared-length",
                                "The server takes bytes beyond the declared Content-Length for the body: a request can be"
                                        + " smuggled in that way.")
                        .any(ACCEPTED, "http/content-length-short")
                        .doubt(SERVER),
                finding(
                                "ambiguous-framing-accepted",
                                "The server accepts a request with two different Content-Lengths: another server before it"
                                        + " may take the other one, and a request can be smuggled in that way.")
                        .any(ACCEPTED, "http/two-lengths")
                        .doubt(SERVER + " Which of the lengths it goes by."),
                finding(
                                "connection-kept-after-both-framings",
                                "The server serves a connection on after a request with both Content-Length and"
                                        + " Transfer-Encoding: a request can be smuggled in that way.")
                        .any(KEPT_OPEN, "http/length-and-chunked")
                        .doubt(SERVER),
                finding(
                                "malformed-chunk-size-accepted",
                                "The server accepts a malformed chunk size: another server before it may read another one,"
                                        + " and a request can be smuggled in that way.")
                        .any(ACCEPTED, "http/bad-chunk-size")
                        .doubt(SERVER),
                finding("half-body-accepted", "The receiver accepts a delivery of which only half of the body came.")
                        .any(ACCEPTED, "http/content-length-long", "http/aborted-body")
                        .doubt(SERVER),
                finding(
                                "waits-for-a-body-that-ended",
                                "The server waits on for the rest of a body when the other side has ended the stream.")
                        .any(HUNG, "http/content-length-long")
                        .doubt(SERVER),
                throwsOn("malformed-chunk-size", "http/bad-chunk-size", "a malformed chunk size"),
                finding(
                                "throws-on-more-than-one-request",
                                "The server throws where there is more in its buffer than one request.")
                        .any(THREW, "http/pipelined")
                        .explains(THREW, "http/content-length-short")
                        .doubt(SERVER));
    }

    private static List<Rule> headers() {
        return List.of(
                repairs("folded-header-joined", "http/folded-header", "joins the lines of a folded header"),
                repairs(
                        "space-before-colon-trimmed",
                        "http/space-before-colon",
                        "trims white space between a header's name and its colon"),
                repairs(
                        "nul-in-header-dropped",
                        "http/nul-in-header",
                        "drops a NUL byte from a header, or ends it there"),
                throwsOn("large-headers", "http/64-kib-headers", "64 KiB of headers"),
                throwsOn("many-headers", "http/200-headers", "200 headers"),
                throwsOn("missing-host", "http/no-host", "a request without Host"));
    }

    private static List<Rule> waiting() {
        return List.of(
                waits(
                        "one-request-at-a-time",
                        "serves one request at a time, or a few, from the first byte of the head: slow clients keep all"
                                + " others waiting",
                        "http/slow-headers"),
                waits(
                        "one-body-at-a-time",
                        "reads one body at a time, or a few: slow clients keep all others waiting",
                        "http/slow-body"),
                finding("throws-on-genuine-deliveries", "The receiver answers 5xx to some genuine deliveries.")
                        .any(THREW, "acceptance/*", "raw-body/*", "ordering/*", "http/connection-after-rejection")
                        .doubt("What these have in common."),
                finding(
                                "idle-connections-block",
                                "The receiver serves a limited number of connections, idle ones included: 200 that send nothing"
                                        + " keep everybody else out.")
                        .any(HUNG, "http/idle-connections")
                        .doubt("How many it serves. " + SERVER));
    }

    private static Rule waits(String id, String what, String scenario) {
        return finding(id, "The receiver " + what + ".")
                .any(HUNG, scenario)
                .explains(HUNG, "http/slow-*")
                .explains(LATE, "http/slow-*")
                .doubt("How many it serves: other requests of the run may have taken places too. " + SERVER);
    }

    private static Rule repairs(String id, String scenario, String what) {
        return finding(
                        id,
                        "The server " + what
                                + ", and the receiver accepts the signature in it: what stands before it may"
                                + " have seen none.")
                .any(ACCEPTED, scenario)
                .doubt(SERVER);
    }

    private static Rule throwsOn(String what, String scenario, String words) {
        return finding("throws-on-" + what, "The receiver, or its server, throws on " + words + ".")
                .any(THREW, scenario)
                .doubt(SERVER);
    }
}
