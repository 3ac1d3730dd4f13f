package io.statuspulse.conformance.report;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.conformance.waiver.KnownFailure;
import io.statuspulse.conformance.waiver.KnownFailures;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whole reports: what tests render. */
final class Reports {
    static final String TARGET = "http://127.0.0.1:9000/webhook/statuspulse";
    static final String REJECTED =
            "the control, the same delivery without its edit, was not accepted: 401 Unauthorized (\"no\")";

    /** What a receiver can put into an answer to harm whoever reads of it. */
    static final String HOSTILE = "\u001b[2J\u001b]0;owned\u0007 ]]> <script>alert(1)</script> &amp; \" ' \u0000"
            + " \u009b31m \u202e \u00fc\u4e2d\ud83d\ude00 \ufffe\nline two " + Exchanges.SECRET;

    private Reports() {}

    static Report of(List<Result> results, Finding... findings) {
        return new Report(
                TARGET,
                -42,
                "default",
                Exchanges.NOW,
                Duration.ofMillis(412),
                true,
                Optional.empty(),
                results,
                List.of(findings),
                Optional.empty());
    }

    static Report withoutEffects(Report report) {
        return new Report(
                report.target(),
                report.seed(),
                report.profile(),
                report.startedAt(),
                report.duration(),
                false,
                report.unreachable(),
                report.results(),
                report.diagnosis(),
                report.interrupted());
    }

    static Report unreachable(String why, List<Result> results) {
        return new Report(
                TARGET,
                0,
                "quick",
                Exchanges.NOW,
                Duration.ofMillis(3),
                false,
                Optional.of(why),
                results,
                List.of(),
                Optional.empty());
    }

    /** A run that somebody ended when it had found one failure. */
    static Report interrupted() {
        return interrupted(of(List.of(
                Results.passed(Scenarios.accepted()),
                Results.failed(Scenarios.missing(), "200 OK"),
                Results.inconclusive(Scenarios.retired(), "interrupted"),
                Results.inconclusive(Scenarios.large(), "interrupted"))));
    }

    static Report interrupted(Report report) {
        return new Report(
                report.target(),
                report.seed(),
                report.profile(),
                report.startedAt(),
                report.duration(),
                report.effectsObserved(),
                report.unreachable(),
                report.results(),
                report.diagnosis(),
                Optional.of("interrupted"));
    }

    /** Every outcome, and answers that are out for harm. */
    static Report mixed() {
        Scenario missing = Scenarios.missing();
        Delivery sent = Exchanges.delivery(Results.plan(missing), missing.id());
        String signature = Exchanges.signature(Exchanges.delivery(DeliveryPlan.valid(), missing.id()));
        Bytes echo = Bytes.utf8(HOSTILE + " " + signature);
        Scenario large = Scenarios.large();
        Delivery largeOne = Exchanges.delivery(Results.plan(large), large.id());
        return known(withoutEffects(of(
                List.of(
                        Results.passed(Scenarios.accepted()),
                        Results.failed(
                                missing,
                                "200 OK (\"" + HOSTILE + " " + signature + "\")",
                                Exchanges.answered(
                                        Exchanges.delivery(DeliveryPlan.valid(), missing.id()),
                                        200,
                                        "OK",
                                        Bytes.utf8("ok")),
                                Exchanges.answered(sent, 200, "OK", echo)),
                        Results.failed(Scenarios.signature("blank", "   "), "500 Internal Server Error"),
                        Results.passed(Scenarios.signature("short", "ab")),
                        Results.inconclusive(
                                Scenarios.timestamp("an hour ago".replace(' ', '-'), Duration.ofHours(-1)),
                                "the receiver kept answering 429: it limits its rate",
                                Exchanges.unanswered(sent)),
                        Results.failed(Scenarios.signature("upper-case", "AB"), "200 OK"),
                        Results.notApplicable(Scenarios.retired(), "no previous secret is configured"),
                        Results.failed(
                                large,
                                "no answer within 10 s",
                                Exchanges.answered(
                                        largeOne, 413, "Payload Too Large", Bytes.utf8("x".repeat(200_000)))),
                        Results.passed(
                                Scenarios.tolerated(),
                                new Fact("observed", "SetField[retry_count, \"many\"]: 200 OK (\"ok\")")),
                        Results.result(
                                Scenarios.observed(),
                                new Verdict.Passed(List.of(new Fact("observed", "204 No Content")))),
                        Results.failed(Scenarios.once(), "409 Conflict"),
                        Results.passed(Scenarios.retried(), new Fact(Fact.EFFECTS, "not observed: no effect probe"))),
                new Finding(
                        "clock-skewed",
                        "The receiver's clock is 7 s ahead of ours.",
                        "Its Date header says so",
                        "Synchronize both clocks (NTP)."))));
    }

    /** Of the failures that are known, one is, one is gone, and one was to be mended by the day before. */
    private static Report known(Report report) {
        LocalDate today = LocalDate.ofInstant(Exchanges.NOW, ZoneOffset.UTC);
        List<KnownFailure> failures = List.of(
                KnownFailure.of("signature/upper-case", "The gateway folds cases.")
                        .trackedAt(URI.create("https://tracker.example.com/browse/KIT-12"))
                        .until(today.plusDays(200)),
                KnownFailure.of("signature/sh*", HOSTILE),
                KnownFailure.of("signature/blank", "It throws.").until(today.minusDays(1)));
        return KnownFailures.of(failures, "known.yaml")
                .over(report.results().stream().map(Result::scenario).toList(), today)
                .apply(report);
    }

    /** The suite as a receiver does that answers 401 to everything. */
    static Report rejectsEverything() {
        List<Result> results = new ArrayList<>();
        for (Scenario scenario : Suite.scenarios()) {
            boolean accepts = scenario.expect() == Expect.ACCEPT || scenario.expect() == Expect.ONCE;
            results.add(
                    accepts
                            ? Results.failed(scenario, "401 Unauthorized (\"request " + results.size() + "a7f3\")")
                            : Results.inconclusive(scenario, REJECTED));
        }
        return of(
                results,
                new Finding(
                        "valid-refused",
                        "The receiver does not accept a correctly signed delivery.",
                        "401",
                        "Check the secret."));
    }

    /** The suite as a receiver does that answers 200 to everything. */
    static Report acceptsEverything() {
        return of(Suite.scenarios().stream()
                .map(s -> s.expect() == Expect.REJECT ? Results.failed(s, "200 OK") : Results.passed(s))
                .toList());
    }

    /** Twenty failures of two causes. */
    static Report twentyFailures() {
        List<Result> results = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            results.add(Results.failed(Scenarios.signature("cut-to-" + i, "a".repeat(i)), "500 Internal Server Error"));
        }
        for (int i = 1; i <= 12; i++) {
            results.add(
                    Results.failed(Scenarios.timestamp(i + "-hours-ago", Duration.ofHours(-i)), "200 OK (\"taken\")"));
        }
        return of(results);
    }
}
