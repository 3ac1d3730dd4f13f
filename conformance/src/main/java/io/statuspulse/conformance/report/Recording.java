package io.statuspulse.conformance.report;

import io.statuspulse.conformance.curl.Curl;
import io.statuspulse.conformance.json.JsonOutput;
import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedReport.RecordedKit;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Records a run as every format tells it; this is where what is confidential is taken out, once for all of them. */
public final class Recording {
    private Recording() {}

    /** Returns it as this version of the kit writes it. */
    public static RecordedReport of(Report report) {
        return of(report, Kit.version(), Suite.VERSION);
    }

    static RecordedReport of(Report raw, String kitVersion, String suiteVersion) {
        Report report = Disclosure.of(raw);
        return new RecordedReport(
                new RecordedKit(Kit.NAME, kitVersion),
                suiteVersion,
                report.target(),
                report.seed(),
                report.startedAt(),
                JsonOutput.millis(report.duration()),
                report.profile(),
                report.interrupted().isPresent(),
                report.effectsObserved() ? "observed" : "not-observed",
                report.results().stream()
                        .map(result -> of(report.target(), result))
                        .toList(),
                Stream.concat(Silence.of(report).stream(), report.diagnosis().stream())
                        .toList(),
                report.shard(),
                report.again());
    }

    private static RecordedResult of(String target, Result result) {
        Scenario scenario = result.scenario();
        Optional<Curl> curl = result.verdict() instanceof Verdict.Failed
                ? Optional.of(Curl.of(target, result, Credentials::inHeader))
                : Optional.empty();
        return new RecordedResult(
                scenario.id(),
                scenario.title(),
                scenario.level(),
                scenario.requirement().id(),
                scenario.requirement().words(),
                scenario.expect().label(),
                result.outcome(),
                facts(result),
                JsonOutput.millis(result.duration()),
                scenario.tags().stream().sorted().map(Tag::label).toList(),
                scenario.why(),
                scenario.mend(),
                curl.flatMap(Curl::command),
                curl.map(Curl::whyNot).filter(why -> !why.isEmpty()),
                result.sent().stream().map(ExchangeRecording::of).toList());
    }

    private static List<Fact> facts(Result result) {
        Stream<Fact> reason =
                Stream.of(result.reason()).filter(words -> !words.isEmpty()).map(words -> new Fact("reason", words));
        return Stream.concat(reason, result.facts().stream()).toList();
    }
}
