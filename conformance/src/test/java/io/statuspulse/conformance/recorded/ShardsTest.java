package io.statuspulse.conformance.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.conformance.recorded.RecordedReport.RecordedKit;
import io.statuspulse.conformance.recorded.Shards.Named;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report.Conclusion;
import io.statuspulse.conformance.verdict.Shard;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardsTest {
    /** The fourth is judged by all answers of a run. */
    private static final List<String> IDS =
            List.of("signature/a", "signature/b", "timestamp/c", "secret/leaked", "timestamp/d", "http/e", "http/f");

    private static final String RULES = "tolerance 300 s; rejected by 400, 401, 403";

    private static RecordedResult result(String id, Outcome outcome, Fact... facts) {
        RecordedResult must = Recordings.must(id, outcome, facts);
        return id.equals("secret/leaked")
                ? new RecordedResult(
                        must.id(),
                        must.title(),
                        must.level(),
                        must.requirement(),
                        must.requirementText(),
                        "observe-leak",
                        must.outcome(),
                        must.facts(),
                        must.durationMs(),
                        must.tags(),
                        must.why(),
                        must.mend(),
                        must.curl(),
                        must.noCurl(),
                        must.exchanges())
                : must;
    }

    private static Named shard(int index, int count, UnaryOperator<RecordedReport> change) {
        List<RecordedResult> results = IntStream.range(0, IDS.size())
                .filter(i -> i % count == index - 1 || IDS.get(i).equals("secret/leaked"))
                .mapToObj(i -> result(IDS.get(i), Outcome.PASSED))
                .toList();
        RecordedReport plain =
                Recordings.of("2026-03-09T14:0" + index + ":00Z", results.toArray(RecordedResult[]::new));
        Shard shard = new Shard(index, count, IDS.size(), Shard.digest(IDS), RULES);
        return new Named(index + ".json", change.apply(with(plain, Optional.of(shard))));
    }

    private static Named shard(int index, int count) {
        return shard(index, count, UnaryOperator.identity());
    }

    private static RecordedReport with(RecordedReport r, Optional<Shard> shard) {
        return new RecordedReport(
                r.kit(),
                r.suite(),
                r.target(),
                r.seed(),
                r.startedAt(),
                r.durationMs(),
                r.profile(),
                r.interrupted(),
                r.effects(),
                r.results(),
                r.diagnosis(),
                shard,
                r.again());
    }

    private static RecordedReport with(RecordedReport r, List<RecordedResult> results, Finding... findings) {
        return new RecordedReport(
                r.kit(),
                r.suite(),
                r.target(),
                r.seed(),
                r.startedAt(),
                r.durationMs(),
                r.profile(),
                r.interrupted(),
                r.effects(),
                results,
                List.of(findings),
                r.shard(),
                r.again());
    }

    private static RecordedReport replaced(RecordedReport report, RecordedResult one) {
        return with(
                report,
                report.results().stream()
                        .map(result -> result.id().equals(one.id()) ? one : result)
                        .toList(),
                report.diagnosis().toArray(Finding[]::new));
    }

    private static List<String> ids(RecordedReport report) {
        return report.results().stream().map(RecordedResult::id).toList();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "7"})
    void resultsComeInTheOrderOfTheSuite(int count) {
        List<Named> shards =
                IntStream.rangeClosed(1, count).mapToObj(i -> shard(i, count)).toList();

        RecordedReport whole = Shards.merge(shards);

        assertThat(ids(whole)).isEqualTo(IDS);
        assertThat(whole.shard()).isEmpty();
        assertThat(whole.conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(whole.startedAt()).isEqualTo(Instant.parse("2026-03-09T14:01:00Z"));
        assertThat(whole.durationMs()).isEqualByComparingTo(new BigDecimal(412 * count));
    }

    @Test
    void orderOfTheFilesIsOfNoMatter() {
        assertThat(Shards.merge(List.of(shard(3, 3), shard(1, 3), shard(2, 3))))
                .isEqualTo(Shards.merge(List.of(shard(1, 3), shard(2, 3), shard(3, 3))));
    }

    @Test
    void shardsThatCanHaveNoScenarioAreNotMissing() {
        List<Named> shards =
                IntStream.rangeClosed(1, 7).mapToObj(i -> shard(i, 9)).toList();

        assertThat(ids(Shards.merge(shards))).isEqualTo(IDS);
        assertThatThrownBy(() -> Shards.merge(shards.subList(0, 5))).hasMessage("shards 6/9, 7/9 are missing");
    }

    @Test
    void whatOneShardSawFailFails() {
        Named leaking = shard(
                2, 2, report -> replaced(report, result("secret/leaked", Outcome.FAILED, new Fact("actual", "leak"))));

        RecordedReport whole = Shards.merge(List.of(shard(1, 2), leaking));

        assertThat(whole.result("secret/leaked").orElseThrow().facts("actual")).containsExactly("leak");
        assertThat(whole.conclusion()).isEqualTo(Conclusion.FAILED);
    }

    @Test
    void interruptionAndBlindnessOfOneAreThoseOfTheWhole() {
        Named cut = shard(
                2,
                2,
                r -> new RecordedReport(
                        r.kit(),
                        r.suite(),
                        r.target(),
                        r.seed(),
                        r.startedAt(),
                        r.durationMs(),
                        r.profile(),
                        true,
                        "not-observed",
                        r.results(),
                        r.diagnosis(),
                        r.shard(),
                        r.again()));

        RecordedReport whole = Shards.merge(List.of(shard(1, 2), cut));

        assertThat(whole.interrupted()).isTrue();
        assertThat(whole.effectsObserved()).isFalse();
        assertThat(whole.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
    }

    @Test
    void findingsAreJoinedByTheirIds() {
        Named first = shard(
                1,
                2,
                r -> with(
                        r,
                        r.results(),
                        new Finding(
                                "forgery",
                                "It accepts forgeries.",
                                "http/e was accepted",
                                "Verify.",
                                List.of("http/e")),
                        new Finding("other", "Another.", "", "", List.of("signature/a"))));
        Named second = shard(
                2,
                2,
                r -> with(
                        r,
                        r.results(),
                        new Finding(
                                "forgery",
                                "It accepts forgeries.",
                                "signature/b was accepted",
                                "Verify.",
                                List.of("signature/b", "secret/leaked"))));

        assertThat(Shards.merge(List.of(first, second)).diagnosis())
                .containsExactly(
                        new Finding(
                                "forgery",
                                "It accepts forgeries.",
                                "http/e was accepted; signature/b was accepted",
                                "Verify.",
                                List.of("signature/b", "secret/leaked", "http/e")),
                        new Finding("other", "Another.", "", "", List.of("signature/a")));
    }

    @Test
    void silenceOfOneShardIsToldAsThatAndNothingIsGreen() {
        Finding silence = new Finding("stopped-answering", "The receiver stopped answering.", "timeout", "Start it.");
        Named silent = shard(2, 3, r -> with(r, r.results(), silence));

        RecordedReport whole = Shards.merge(List.of(shard(1, 3), silent, shard(3, 3)));

        assertThat(whole.diagnosis().get(0).finding()).isEqualTo("Shard 2/3: The receiver stopped answering.");
        assertThat(whole.conclusion()).isEqualTo(Conclusion.INCOMPLETE);
    }

    @Test
    void receiversOfShardsMayHaveOtherPortsOnLoopbackOnly() {
        assertThat(Shards.merge(List.of(shard(1, 2), at(2, "http://127.0.0.1:1/webhook/statuspulse")))
                        .target())
                .isEqualTo("http://127.0.0.1:9000/webhook/statuspulse");
        assertRefused(
                "'2.json' is of another run than '1.json': its receiver is 'http://10.0.0.7:9000/hook' and not"
                        + " 'http://127.0.0.1/webhook/statuspulse'",
                shard(1, 2),
                at(2, "http://10.0.0.7:9000/hook"));
    }

    private static Named at(int index, String target) {
        return shard(
                index,
                2,
                r -> new RecordedReport(
                        r.kit(),
                        r.suite(),
                        target,
                        r.seed(),
                        r.startedAt(),
                        r.durationMs(),
                        r.profile(),
                        r.interrupted(),
                        r.effects(),
                        r.results(),
                        r.diagnosis(),
                        r.shard(),
                        r.again()));
    }

    private static void assertRefused(String message, Named... shards) {
        assertThatThrownBy(() -> Shards.merge(List.of(shards)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        Named one = shard(1, 2);
        assertRefused("'1.json' and '1.json' are both shard 1/2", one, one);
        assertRefused("shard 2/2 is missing", one);
        assertRefused(
                "'2.json' is of another run than '1.json': its number of shards is '3' and not '2'", one, shard(2, 3));
        assertRefused(
                "'2.json' is no shard: it tells of a whole run, or of a merged one",
                one,
                shard(2, 2, r -> with(r, Optional.empty())));
        assertRefused(
                "'2.json' is of another run than '1.json': its rules is 'x; strict' and not '" + RULES + "'",
                one,
                shard(2, 2, r -> with(r, Optional.of(new Shard(2, 2, 7, Shard.digest(IDS), "x; strict")))));
        assertRefused(
                "'2.json' is of another run than '1.json': its selection is '7 scenarios known by "
                        + Shard.digest(List.of()) + "' and not '7 scenarios known by " + Shard.digest(IDS) + "'",
                one,
                shard(2, 2, r -> with(r, Optional.of(new Shard(2, 2, 7, Shard.digest(List.of()), RULES)))));
        assertRefused(
                "'2.json' is of another run than '1.json': its kit is '9' and not '0.1.0'",
                one,
                shard(
                        2,
                        2,
                        r -> new RecordedReport(
                                new RecordedKit("k", "9"),
                                r.suite(),
                                r.target(),
                                r.seed(),
                                r.startedAt(),
                                r.durationMs(),
                                r.profile(),
                                false,
                                r.effects(),
                                r.results(),
                                r.diagnosis(),
                                r.shard(),
                                r.again())));
        assertRefused(
                "'2.json' is of another run than '1.json': its seed is '8' and not '7'",
                one,
                shard(
                        2,
                        2,
                        r -> new RecordedReport(
                                r.kit(),
                                r.suite(),
                                r.target(),
                                8,
                                r.startedAt(),
                                r.durationMs(),
                                r.profile(),
                                false,
                                r.effects(),
                                r.results(),
                                r.diagnosis(),
                                r.shard(),
                                r.again())));
    }

    @Test
    void resultThatIsMissingOrTooManyIsNoticed() {
        String changed =
                "the scenarios in '1.json', '2.json' are not the 7 that were selected, each in its place: a report"
                        + " was changed";
        assertRefused(changed, shard(1, 2), shard(2, 2, r -> with(r, r.results().subList(0, 2))));
        assertRefused(changed, shard(1, 2, r -> with(r, r.results().subList(1, 4))), shard(2, 2));
        assertRefused(changed, shard(1, 2, r -> with(r, List.of())), shard(2, 2, r -> with(r, List.of())));
        assertRefused(
                changed,
                shard(1, 2),
                shard(
                        2,
                        2,
                        r -> with(
                                r,
                                List.of(
                                        r.results().get(1),
                                        r.results().get(0),
                                        r.results().get(2)))));
    }
}
