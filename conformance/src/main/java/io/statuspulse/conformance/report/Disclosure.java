package io.statuspulse.conformance.report;

import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.conformance.verdict.RunAgain;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.simulator.delivery.Redaction;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Makes the words of a report fit to be shown, whatever was put into them: a receiver can echo a secret anywhere.
 *
 * <p>Exchanges stay as they are, because they carry their own redaction.
 */
final class Disclosure {
    private Disclosure() {}

    /** Returns the report with everything but its exchanges redacted, and no half of a surrogate pair in its texts. */
    static Report of(Report report) {
        // Any redaction knows the secrets; only the one of an exchange knows that exchange's signature.
        UnaryOperator<String> shown = redactions(report.results().stream())
                .findFirst()
                .<UnaryOperator<String>>map(redaction -> redaction::apply)
                .orElse(text -> text);
        return new Report(
                wellFormed(shown.apply(report.target())),
                report.seed(),
                report.profile(),
                report.startedAt(),
                report.duration(),
                report.effectsObserved(),
                report.unreachable().map(shown).map(Disclosure::wellFormed),
                report.results().stream().map(Disclosure::of).toList(),
                report.diagnosis().stream().map(f -> of(f, shown)).toList(),
                report.interrupted().map(shown).map(Disclosure::wellFormed),
                report.shard(),
                new RunAgain(
                        wellFormed(shown.apply(report.again().url())),
                        report.again().start(),
                        report.again().scenarios().stream()
                                .map(shown)
                                .map(Disclosure::wellFormed)
                                .toList()));
    }

    private static Result of(Result result) {
        List<Redaction> redactions = redactions(Stream.of(result)).toList();
        UnaryOperator<String> shown = text -> {
            String safe = text;
            for (Redaction redaction : redactions) {
                safe = redaction.apply(safe);
            }
            return wellFormed(safe);
        };
        return new Result(
                result.scenario(), of(result.verdict(), shown), result.outcome(), result.sent(), result.duration());
    }

    private static Verdict of(Verdict verdict, UnaryOperator<String> shown) {
        List<Fact> facts = verdict.facts().stream()
                .map(fact -> new Fact(fact.key(), shown.apply(fact.value())))
                .toList();
        if (verdict instanceof Verdict.Failed failed) {
            return new Verdict.Failed(facts, failed.warningOnly());
        }
        if (verdict instanceof Verdict.Inconclusive inconclusive) {
            return new Verdict.Inconclusive(shown.apply(inconclusive.reason()), facts);
        }
        return verdict instanceof Verdict.NotApplicable not
                ? new Verdict.NotApplicable(shown.apply(not.reason()))
                : new Verdict.Passed(facts);
    }

    static Finding of(Finding finding, UnaryOperator<String> shown) {
        return new Finding(
                finding.id(),
                wellFormed(shown.apply(finding.finding())),
                wellFormed(shown.apply(finding.evidence())),
                wellFormed(shown.apply(finding.mend())),
                finding.explains());
    }

    private static Stream<Redaction> redactions(Stream<Result> results) {
        return results.flatMap(result -> result.sent().stream())
                .map(Sent::exchange)
                .map(exchange -> exchange.delivery().redaction())
                .distinct();
    }

    /** Returns {@code text} with U+FFFD for each lone surrogate, which neither JSON nor XML in UTF-8 can hold. */
    static String wellFormed(String text) {
        return hasSurrogate(text)
                ? text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean hasSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
